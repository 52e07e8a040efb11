using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Http.Requests;

/// <summary>What every POST that reads promises about its body.</summary>
public sealed class BodyTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string Path = "/v1/contacts/locate";
    private const string Known = "Supported members: postalCode, county, state, lat, lon, languages, open, limit, lang.";

    [Theory]
    [InlineData("", "", "Invalid JSON (RFC 8259), or nested deeper than 16 levels, at line 1, byte 1.")]
    [InlineData(" \n ", "", "Invalid JSON (RFC 8259), or nested deeper than 16 levels, at line 2, byte 2.")]
    [InlineData("{", "", "Invalid JSON")]
    [InlineData("""{"state":"NM",}""", "", "Invalid JSON")]
    [InlineData("""{"state":"NM"} x""", "", "Invalid JSON")]
    [InlineData("""{'state':'NM'}""", "", "Invalid JSON")]
    [InlineData("""{/**/"state":"NM"}""", "", "Invalid JSON")]
    [InlineData("""{"lat":NaN,"lon":0}""", "", "Invalid JSON")]
    [InlineData("postalCode=87102", "", "Invalid JSON")]
    [InlineData("null", "", "Must not be null.")]
    [InlineData("[]", "", "Must be an object. " + Known)]
    [InlineData("5", "", "Must be an object. " + Known)]
    [InlineData("\"NM\"", "", "Must be an object. " + Known)]
    [InlineData("""{"\ud800":1}""", "", "Must be an object. " + Known)]
    [InlineData("""{"stat":"NM"}""", "/stat", "Unknown member. " + Known)]
    [InlineData("""{"State":"NM"}""", "/State", "Unknown member. " + Known)]
    [InlineData("""{"":"NM"}""", "/", "Unknown member. " + Known)]
    [InlineData("""{"a/b~c.d'e[0]":"NM"}""", "/a~1b~0c.d'e[0]", "Unknown member. " + Known)]
    [InlineData("""{"state":"NM","state":"NM"}""", "/state", "Must be given only once.")]
    [InlineData("""{"state":5}""", "/state", "Must be a string of valid Unicode characters.")]
    [InlineData("""{"state":["NM"]}""", "/state", "Must be a string of valid Unicode characters.")]
    [InlineData("""{"state":{"code":"NM"}}""", "/state", "Must be a string of valid Unicode characters.")]
    [InlineData("""{"state":"\ud800"}""", "/state", "Must be a string of valid Unicode characters.")]
    [InlineData("""{"state":"\u0000"}""", "/state", "Contains U+0000 or U+FFFE, which are not allowed.")]
    [InlineData("""{"state":"\ufffe"}""", "/state", "Contains U+0000 or U+FFFE, which are not allowed.")]
    [InlineData("""{"state":"NM","limit":"5"}""", "/limit", "Must be a whole number.")]
    [InlineData("""{"state":"NM","limit":1.5}""", "/limit", "Must be a whole number.")]
    [InlineData("""{"state":"NM","limit":99999999999}""", "/limit", "Must be a whole number.")]
    [InlineData("""{"state":"NM","limit":0}""", "/limit", "Must be a whole number from 1 to 50.")]
    [InlineData("""{"lat":"35","lon":0}""", "/lat", "Must be a number.")]
    [InlineData("""{"state":"NM","lang":"e"}""", "/lang", "Must be a BCP 47 language tag")]
    [InlineData("""{"state":"NM","lang":"en\u0000"}""", "/lang", "Contains U+0000")]
    public async Task WrongBody_Returns400ThatPointsIntoIt(string body, string place, string detail)
    {
        using var response = await service.Post(Path, body);
        var problem = await Problem(response, HttpStatusCode.BadRequest, "invalid-request");

        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(["pointer", "detail"], error.EnumerateObject().Select(m => m.Name));
        Assert.Equal(place, error.GetProperty("pointer").GetString());
        Assert.StartsWith(detail, error.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/contacts/locate", "{\"*\":1}")]
    [InlineData("/v1/search", "{\"*\":1}")]
    [InlineData("/v1/search", "{\"q\":\"a\",\"types\":[\"*\"]}")]
    [InlineData("/v1/freshness", "[{\"*\":1}]")]
    [InlineData("/v1/freshness", "[{\"slug\":\"*\",\"language\":\"en\",\"contentHash\":\"x\"}]")]
    public async Task LongWordsOfABody_AreCut(string path, string body)
    {
        using var response = await service.Post(path, body.Replace("*", new string('é', 400_000), StringComparison.Ordinal));

        await Problem(response, HttpStatusCode.BadRequest, "invalid-request");
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 2_000);
    }

    [Fact]
    public async Task ManyWrongMembers_AreTenErrors()
    {
        using var response = await service.Post(
            "/v1/freshness",
            $"[{string.Join(',', Enumerable.Repeat("{\"slug\":\"-\",\"language\":\"-\",\"contentHash\":\"-\"}", 200))}]");
        var problem = await Problem(response, HttpStatusCode.BadRequest, "invalid-request");

        Assert.Equal(10, problem.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task DeepBody_Returns400()
    {
        using var response = await service.Post(Path, new string('[', 100_000));

        await Problem(response, HttpStatusCode.BadRequest, "invalid-request");
    }

    [Fact]
    public async Task BytesThatAreNoUtf8_Return400()
    {
        using var content =
            new ByteArrayContent([.. "{\"state\":\""u8, 0xff, .. "\"}"u8]) { Headers = { { "Content-Type", "application/json" } } };
        using var response = await service.Http.PostAsync(Path, content);

        await Problem(response, HttpStatusCode.BadRequest, "invalid-request");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json; charset=zz")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("garbage")]
    public async Task OtherFormat_Returns415(string? type)
    {
        using var response = await service.Post(Path, """{"state":"NM"}""", type);

        await Problem(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task JsonInUtf8_IsRead(string type) =>
        Assert.NotEmpty((await Ok("""{"state":"NM"}""", type)).GetProperty("items").EnumerateArray());

    [Fact]
    public async Task NullMembersAndByteOrderMark_AreHarmless() =>
        Assert.NotEmpty((await Ok("\uFEFF{\"state\":\"NM\",\"county\":null,\"limit\":null,\"lang\":null}")).GetProperty("items")
            .EnumerateArray());

    [Fact]
    public async Task TooLargeBody_Returns413()
    {
        using var response = await service.Post(Path, $$"""{"state":"{{new string('a', 1024 * 1024)}}"}""");

        await Problem(response, HttpStatusCode.RequestEntityTooLarge, "content-too-large");
    }

    [Theory]
    [InlineData("""{"state":"NM"}""")]
    [InlineData("not JSON")]
    public async Task ParameterInTheQuery_IsUnknown(string body)
    {
        using var response = await service.Post(Path + "?lang=es", body);
        var problem = await Problem(response, HttpStatusCode.BadRequest, "invalid-request");

        Assert.Equal("lang", problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Answer_IsStoredNowhereAndHasNoValidator()
    {
        using var response = await service.Post(Path, """{"state":"NM"}""");

        Assert.Equal("no-store", Service.Header(response, "Cache-Control"));
        Assert.Null(Service.Header(response, "ETag"));
        Assert.Equal("*", Service.Header(response, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("""{"state":"NM","lang":"es"}""", "en", "es, en", "Accept-Encoding")]
    [InlineData("""{"state":"NM","lang":"en"}""", "es", "en", "Accept-Encoding")]
    [InlineData("""{"state":"NM"}""", "es-MX", "es, en", "Accept-Encoding, Accept-Language")]
    [InlineData("""{"state":"NM"}""", "garbage;;", "en", "Accept-Encoding, Accept-Language")]
    public async Task Language_IsTheBodysElseNegotiated(string body, string header, string served, string vary)
    {
        using var response = await service.Post(Path, body, "application/json", ("Accept-Language", header));

        Assert.Equal(served, Service.Header(response, "Content-Language"));
        Assert.Equal(vary, string.Join(", ", response.Headers.Vary.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task UnacceptableFormat_Returns406()
    {
        using var response = await service.Post(Path, """{"state":"NM"}""", "application/json", ("Accept", "text/csv"));

        await Problem(response, HttpStatusCode.NotAcceptable, "not-acceptable");
    }

    private async Task<JsonElement> Ok(string body, string type = "application/json")
    {
        using var response = await service.Post(Path, body, type);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await Service.ReadJson(response);
    }

    private static async Task<JsonElement> Problem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await Service.ReadJson(response);
        Assert.Equal((status, code), (response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("no-store", Service.Header(response, "Cache-Control"), StringComparison.Ordinal);
        return problem;
    }
}
