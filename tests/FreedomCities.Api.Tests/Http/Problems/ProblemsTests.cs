using System.Net;
using System.Text.Json;
using FreedomCities.Api.Http.Problems;

namespace FreedomCities.Api.Tests.Http.Problems;

public sealed class ProblemsTests(SharedSeed service, StrandedService stranded, UnmigratedService unmigrated)
    : IClassFixture<SharedSeed>, IClassFixture<StrandedService>, IClassFixture<UnmigratedService>
{
    private static readonly string Long = "/v1/faqs?slugs=" + new string('a', 9 * 1024);
    private static readonly string Longer = "/v1/faqs?slugs=" + new string('a', 15 * 1024);

    public static TheoryData<string, string, int, string> Failures => new()
    {
        { "GET", "/v1/faqs?limit=0", 400, "invalid-request" },
        { "GET", "/v1/faqs?cursor=x", 400, "invalid-cursor" },
        { "GET", "/v1/nothing", 404, "not-found" },
        { "GET", "/nothing", 404, "not-found" },
        { "GET", "/v1/faqs/nothing", 404, "not-found" },
        { "GET", "/v1/faqs/nothing/more", 404, "not-found" },
        { "GET", "/problems/nothing", 404, "not-found" },
        { "POST", "/v1/faqs", 405, "method-not-allowed" },
        { "PUT", "/v1/contacts/ana-moran", 405, "method-not-allowed" },
        { "GET", "/v1/contacts/locate?postalCode=99999", 404, "unknown-place" },
        { "GET", "/v1/contacts/locate?state=PR", 404, "place-not-covered" },
        { "PUT", "/v1/contacts/locate", 405, "method-not-allowed" },
        { "POST", "/v1/contacts/locate", 415, "unsupported-media-type" },
        { "DELETE", "/health/live", 405, "method-not-allowed" },
        { "POST", "/", 405, "method-not-allowed" },
        { "PATCH", "/problems", 405, "method-not-allowed" },
        { "GET", Long, 414, "uri-too-long" },
        { "GET", Longer, 414, "uri-too-long" },
    };

    public static MatrixTheoryData<string, string> DatabaseReads => new(
        [
            "/v1/faqs", "/v1/faqs/a", "/v1/topics", "/v1/topics/a", "/v1/resources", "/v1/resources/a", "/v1/contacts", "/v1/contacts/a",
            "/v1/contacts/locate?state=NM", "/v1/faqs?cursor=x",
            "/v1/faqs.jsonld", "/v1/feeds/faqs.atom", "/v1/contacts.geojson", "/v1/contacts/a.vcf",
        ],
        ["away", "unmigrated"]);

    [Theory, MemberData(nameof(Failures))]
    public async Task Failure_IsAProblemDocumentWhateverAcceptSays(string method, string path, int status, string code)
    {
        foreach (var accept in new[] { "*/*", "text/html", "text/csv", "garbage", "application/json;q=0", "" })
        {
            using var response = await service.Send(new HttpMethod(method), path, ("Accept", accept));

            await IsProblem(response, status, code);
        }
    }

    [Theory]
    [InlineData("POST", "/v1/faqs")]
    [InlineData("DELETE", "/v1/faqs/how-do-i-get-more-information")]
    [InlineData("PUT", "/health/ready")]
    [InlineData("POST", "/")]
    public async Task WrongMethod_IsToldTheRightOnes(string method, string path)
    {
        using var response = await service.Send(new HttpMethod(method), path);

        Assert.Equal("GET, HEAD", Service.Header(response, "Allow"));
    }

    [Fact]
    public async Task WrongMethod_WhereThereIsAPostIsToldOfItToo()
    {
        using var response = await service.Send(HttpMethod.Put, "/v1/contacts/locate");

        Assert.Equal("GET, HEAD, POST", Service.Header(response, "Allow"));
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/html, image/*")]
    [InlineData("application/problem+json")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*, application/json;q=0")]
    [InlineData("*/*, application/*;q=0.0")]
    public async Task UnacceptableFormat_Returns406OnlyForWhatExists(string accept)
    {
        using var list = await service.Send(HttpMethod.Get, "/v1/faqs", ("Accept", accept));
        using var single = await service.Send(HttpMethod.Get, "/v1/contacts/ana-moran", ("Accept", accept));
        using var absent = await service.Send(HttpMethod.Get, "/v1/contacts/nobody", ("Accept", accept));

        await IsProblem(list, 406, "not-acceptable");
        Assert.False(list.Headers.Contains("Link"));
        await IsProblem(single, 406, "not-acceptable");
        await IsProblem(absent, 404, "not-found");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON;q=0.1")]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8")]
    [InlineData("application/*")]
    [InlineData("application/*;q=0, application/json")]
    [InlineData("not a media type")]
    public async Task AcceptableFormat_IsServed(string accept)
    {
        using var response = await service.Get("/v1/faqs", HttpStatusCode.OK, ("Accept", accept));

        Assert.Equal("application/json; charset=utf-8", Service.Header(response, "Content-Type"));
    }

    [Theory, MemberData(nameof(DatabaseReads))]
    public async Task DatabaseAwayOrUnmigrated_Returns503WithRetryAfter(string path, string trouble)
    {
        Service troubled = trouble == "away" ? stranded : unmigrated;
        using var response = await troubled.Send(HttpMethod.Get, path, ("Accept", "text/html"));

        await IsProblem(response, 503, "service-unavailable");
        Assert.Equal("5", Service.Header(response, "Retry-After"));
        Assert.Equal("*", Service.Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task EveryCode_HasAPage()
    {
        var list = await service.Http.GetStringAsync("/problems");
        foreach (var kind in ProblemKinds.All)
        {
            using var page = await service.Get(kind.Page);

            Assert.Equal("text/html; charset=utf-8", Service.Header(page, "Content-Type"));
            Assert.Contains($"<code>{kind.Code}</code>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains($"href=\"{kind.Page}\"", list, StringComparison.Ordinal);
        }
    }

    private static async Task IsProblem(HttpResponseMessage response, int status, string code)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = JsonElement.Parse(body);
        Assert.Equal(
            ("/problems/" + code, status, code),
            (problem.GetProperty("type").GetString(), problem.GetProperty("status").GetInt32(), problem.GetProperty("code").GetString()));
        Assert.All(["title", "detail", "traceId"], member => Assert.NotEmpty(problem.GetProperty(member).GetString()!));
        Assert.Contains("no-store", Service.Header(response, "Cache-Control"), StringComparison.Ordinal);
        Assert.Null(Service.Header(response, "ETag"));
        Assert.DoesNotMatch(@"(?i)exception|npgsql|postgres|\bselect\b|   at |/nowhere|42P01|relation", body);
    }
}
