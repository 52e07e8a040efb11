using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>GET can be cached and stands in URLs; POST says the same and is kept nowhere.</summary>
public sealed class SearchMethodsTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Theory]
    [InlineData("sanctuary city", "", "")]
    [InlineData("  ¿Qué es una “ciudad santuraio”? & <b>", "&lang=es", """ , "lang":"es" """)]
    [InlineData("warant", "&types=resource,faq&limit=3", """ , "types":["resource","faq"],"limit":3 """)]
    [InlineData("warant", "&types=resource,faq&limit=3", """ , "types":"resource,faq","limit":3 """)]
    [InlineData(
        "city",
        "&topic=freedom-cities&jurisdiction=US-NM&lang=fr",
        """ , "topic":"freedom-cities","jurisdiction":"US-NM","lang":"fr" """)]
    [InlineData("xyzzy", "", "")]
    [InlineData("informacio\u0301n", "", "")]
    public async Task Post_GivesTheSameBytesAsGet(string q, string rest, string members)
    {
        var body = "{\"q\":" + JsonSerializer.Serialize(q) + members + "}";
        using var get = await service.Get(SearchClient.Path(q) + rest);
        using var post = await service.Ask(body);

        Assert.Equal(HttpStatusCode.OK, post.StatusCode);
        Assert.Equal(await get.Content.ReadAsByteArrayAsync(), await post.Content.ReadAsByteArrayAsync());
        Assert.Equal(Service.Header(get, "Content-Type"), Service.Header(post, "Content-Type"));
        Assert.Equal(Service.Header(get, "Content-Language"), Service.Header(post, "Content-Language"));
        Assert.Equal(get.Headers.Vary, post.Headers.Vary);
    }

    [Fact]
    public async Task Post_IsNotCached()
    {
        using var post = await service.Ask("""{"q":"sanctuary city"}""");

        Assert.Equal("no-store", Service.Header(post, "Cache-Control"));
        Assert.Null(Service.Header(post, "ETag"));
    }

    [Fact]
    public async Task Post_NegotiatesTheLanguageUnlessItsBodyNamesOne()
    {
        Assert.Equal(("es", true), await Served("""{"q":"sanctuary city","types":["faq"]}"""));
        Assert.Equal(("en", false), await Served("""{"q":"sanctuary city","types":["faq"],"lang":"en"}"""));
    }

    [Theory]
    [InlineData("/v1/search?q=sanctuary%20city")]
    [InlineData("/v1/search/suggestions?q=what")]
    public async Task Get_CanBeCachedAndAskedAgain(string path)
    {
        using var first = await service.Get(path);
        using var second = await service.Get(path, HttpStatusCode.NotModified, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var head = await service.Send(HttpMethod.Head, path);

        Assert.Equal("public, max-age=60, stale-while-revalidate=30, stale-if-error=86400", Service.Header(first, "Cache-Control"));
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Equal((await first.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("PUT", "/v1/search", "GET, HEAD, POST")]
    [InlineData("DELETE", "/v1/search?q=a", "GET, HEAD, POST")]
    [InlineData("BREW", "/v1/search", "GET, HEAD, POST")]
    [InlineData("POST", "/v1/search/suggestions", "GET, HEAD")]
    public async Task OtherMethod_Returns405(string method, string path, string allowed)
    {
        using var response = await service.Send(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, Service.Header(response, "Allow"));
        Assert.Equal("method-not-allowed", (await Service.ReadJson(response)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Preflight_LetsAPageOfAnotherOriginPostJson()
    {
        using var response = await service.Send(
            HttpMethod.Options, "/v1/search", ("Origin", "https://example.org"), (
                "Access-Control-Request-Method",
                "POST"), ("Access-Control-Request-Headers", "content-type"));

        Assert.True(response.IsSuccessStatusCode);
        Assert.Contains("POST", Service.Header(response, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal("*", Service.Header(response, "Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task OtherFormat_Returns406()
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/v1/search")
        {
            Content = new StringContent(
            """{"q":"a"}""",
            System.Text.Encoding.UTF8,
            "application/json")
        };
        post.Headers.Add("Accept", "text/html");
        using var answer = await service.Http.SendAsync(post);
        using var get = await service.Get("/v1/search?q=a", HttpStatusCode.NotAcceptable, ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
    }

    private async Task<(string? Language, bool Varies)> Served(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/search")
        {
            Content = new StringContent(
            body,
            System.Text.Encoding.UTF8,
            "application/json")
        };
        request.Headers.Add("Accept-Language", "es-MX");
        using var response = await service.Http.SendAsync(request);
        return (Service.Header(response, "Content-Language"), response.Headers.Vary.Contains("Accept-Language"));
    }
}
