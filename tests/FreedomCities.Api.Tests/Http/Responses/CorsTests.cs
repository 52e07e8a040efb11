using System.Net;

namespace FreedomCities.Api.Tests.Http.Responses;

public sealed class CorsTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string Exposed = "ETag, Link, Content-Language, RateLimit, RateLimit-Policy, Retry-After";

    public static TheoryData<string, int> Answers => new()
    {
        { "/v1", 200 },
        { "/v1/faqs", 200 },
        { "/v1/contacts/ana-moran", 200 },
        { "/openapi/public.v1.json", 200 },
        { "/problems/not-found", 200 },
        { "/v1/faqs?limit=0", 400 },
        { "/v1/faqs?cursor=x", 400 },
        { "/v1/faqs/nothing", 404 },
        { "/v1/nothing", 404 },
        { "/V1/nothing", 404 },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task AnyOrigin_MayReadWithoutCredentials(string path, int status)
    {
        using var response = await service.Get(path, (HttpStatusCode)status, ("Origin", "https://partner.example"));

        Allows(response);
    }

    [Fact]
    public async Task NotModified_CarriesItToo()
    {
        using var response = await service.Get(
            "/v1/faqs",
            HttpStatusCode.NotModified,
            ("Origin", "https://partner.example"),
            ("If-None-Match", "*"));

        Allows(response);
    }

    [Fact]
    public async Task AnswerWithoutOrigin_CarriesItToo_ForTheCacheThatServesOthers()
    {
        using var response = await service.Get("/v1/faqs");

        Allows(response);
    }

    [Theory]
    [InlineData("/v1/faqs")]
    [InlineData("/v1/faqs/nothing")]
    [InlineData("/v1/nothing")]
    [InlineData("/V1/search")]
    [InlineData("/oembed")]
    public async Task Preflight_AllowsReadsAndTheirHeadersForADay(string path)
    {
        using var response = await service.Send(
            HttpMethod.Options, path, ("Origin", "https://partner.example"), ("Access-Control-Request-Method", "GET"), (
                "Access-Control-Request-Headers",
                "if-none-match, cache-control, traceparent"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", Service.Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("GET, HEAD, POST", Service.Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal("*", Service.Header(response, "Access-Control-Allow-Headers"));
        Assert.Equal("86400", Service.Header(response, "Access-Control-Max-Age"));
        Assert.Null(Service.Header(response, "Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/")]
    [InlineData("/nothing")]
    public async Task Preflight_OfWhatIsNoPublicRead_IsNotAllowed(string path)
    {
        using var response = await service.Send(
            HttpMethod.Options, path, ("Origin", "https://partner.example"), ("Access-Control-Request-Method", "GET"));

        Assert.InRange((int)response.StatusCode, 404, 405);
        Assert.Null(Service.Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task WrongMethod_CarriesItToo()
    {
        using var response = await service.Send(HttpMethod.Put, "/v1/faqs", ("Origin", "https://partner.example"));

        Allows(response);
    }

    [Theory]
    [InlineData("/health/ready")]
    [InlineData("/swagger/index.html")]
    public async Task WhatIsNoPublicRead_IsNotOpened(string path)
    {
        using var response = await service.Get(path, HttpStatusCode.OK, ("Origin", "https://partner.example"));

        Assert.Null(Service.Header(response, "Access-Control-Allow-Origin"));
    }

    private static void Allows(HttpResponseMessage response)
    {
        Assert.Equal("*", Service.Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(Exposed, Service.Header(response, "Access-Control-Expose-Headers"));
        Assert.Equal("cross-origin", Service.Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Null(Service.Header(response, "Access-Control-Allow-Credentials"));
    }
}
