using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Search;

public sealed class SearchBoundsTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    public static TheoryData<string> Allowed =>
    [
        "a", "?", "\u0301", new string('a', 500), string.Join(' ', Enumerable.Repeat("word", 80)),
        string.Concat(Enumerable.Repeat("😀", 500)), new string('\u0301', 500),
        "a" + new string('\u0301', 499), string.Concat(Enumerable.Repeat("e\u0301", 500)), string.Concat(Enumerable.Repeat("🏳️‍🌈", 81)),
        "\u200f\u202e", "\u00ad",
    ];

    public static TheoryData<string> Refused =>
    [
        "", " ", " \t\r\n\u3000\u00a0", new string('a', 501), string.Join(' ', Enumerable.Repeat("word", 81)),
        string.Join(',', Enumerable.Repeat("a", 81)),
        string.Concat(Enumerable.Repeat("😀", 501)), new string('\u0301', 501), string.Concat(Enumerable.Repeat("e\u0301", 501)), "a\0b",
        "a\ufffe",
    ];

    [Theory, MemberData(nameof(Allowed))]
    public async Task Query_IsTakenUpToItsBounds(string q)
    {
        using var post = await service.Ask(JsonSerializer.Serialize(new { q }));

        await service.Search(q);
        await service.Json("/v1/search/suggestions?q=" + Uri.EscapeDataString(q));
        Assert.Equal(HttpStatusCode.OK, post.StatusCode);
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task Query_OutOfItsBoundsReturns400(string q)
    {
        await service.Problem(SearchClient.Path(q), HttpStatusCode.BadRequest, "invalid-request", "q");
        await service.Problem("/v1/search/suggestions?q=" + Uri.EscapeDataString(q), HttpStatusCode.BadRequest, "invalid-request", "q");
        await Refuses(JsonSerializer.Serialize(new { q }), "/q");
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("?types=faq", "q")]
    [InlineData("?q=a&q=b", "q")]
    [InlineData("?q=a&types=", "types")]
    [InlineData("?q=a&types=faqs", "types")]
    [InlineData("?q=a&types=FAQ", "types")]
    [InlineData("?q=a&types=faq,", "types")]
    [InlineData("?q=a&types=faq,faq", "types")]
    [InlineData("?q=a&types=faq%00", "types")]
    [InlineData("?q=a&limit=0", "limit")]
    [InlineData("?q=a&limit=51", "limit")]
    [InlineData("?q=a&limit=abc", "limit")]
    [InlineData("?q=a&limit=", "limit")]
    [InlineData("?q=a&limit=99999999999", "limit")]
    [InlineData("?q=a&lang=es_MX", "lang")]
    [InlineData("?q=a&lang=", "lang")]
    [InlineData("?q=a&topic=A", "topic")]
    [InlineData("?q=a&topic=", "topic")]
    [InlineData("?q=a&jurisdiction=us-nm", "jurisdiction")]
    [InlineData("?q=a&cursor=a", "cursor")]
    [InlineData("?q=a&Q=a", "Q")]
    [InlineData("?q=a&types=x&limit=0&lang=_&topic=A&jurisdiction=x", "types", "topic", "jurisdiction", "limit", "lang")]
    [InlineData("/suggestions", "q")]
    [InlineData("/suggestions?q=a&lang=_", "lang")]
    [InlineData("/suggestions?q=a&limit=5", "limit")]
    [InlineData("/suggestions?q=a&q=b", "q")]
    public async Task BadParameter_Returns400ThatNamesIt(string rest, params string[] parameters) =>
        await service.Problem("/v1/search" + rest, HttpStatusCode.BadRequest, "invalid-request", parameters);

    [Theory]
    [InlineData("{}", "/q")]
    [InlineData("""{"q":null}""", "/q")]
    [InlineData("""{"q":5}""", "/q")]
    [InlineData("""{"q":["a"]}""", "/q")]
    [InlineData("""{"q":"\ud800"}""", "/q")]
    [InlineData("""{"q":"a\u0000"}""", "/q")]
    [InlineData("""{"q":"a","q":"b"}""", "/q")]
    [InlineData("""{"Q":"a"}""", "/Q")]
    [InlineData("""{"q":"a","cursor":"a"}""", "/cursor")]
    [InlineData("""{"q":"a","a/b~c":1}""", "/a~1b~0c")]
    [InlineData("""{"q":"a","types":[]}""", "/types")]
    [InlineData("""{"q":"a","types":""}""", "/types")]
    [InlineData("""{"q":"a","types":"faq, topic"}""", "/types")]
    [InlineData("""{"q":"a","types":["faq","faq"]}""", "/types")]
    [InlineData("""{"q":"a","types":["faq",null]}""", "/types")]
    [InlineData("""{"q":"a","types":["faq,topic"]}""", "/types")]
    [InlineData("""{"q":"a","types":["faq\u0000"]}""", "/types")]
    [InlineData("""{"q":"a","types":["\ud800"]}""", "/types")]
    [InlineData("""{"q":"a","types":[["faq"]]}""", "/types")]
    [InlineData("""{"q":"a","types":[5]}""", "/types")]
    [InlineData("""{"q":"a","types":5}""", "/types")]
    [InlineData("""{"q":"a","types":{"0":"faq"}}""", "/types")]
    [InlineData("""{"q":"a","limit":0}""", "/limit")]
    [InlineData("""{"q":"a","limit":51}""", "/limit")]
    [InlineData("""{"q":"a","limit":1.5}""", "/limit")]
    [InlineData("""{"q":"a","limit":"5"}""", "/limit")]
    [InlineData("""{"q":"a","lang":"es_MX"}""", "/lang")]
    [InlineData("""{"q":"a","topic":"A"}""", "/topic")]
    [InlineData("""{"q":"a","jurisdiction":"us-nm"}""", "/jurisdiction")]
    [InlineData("""{"q":" ","limit":0}""", "/q", "/limit")]
    [InlineData("", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("\"a\"", "")]
    [InlineData("{\"q\":", "")]
    [InlineData("{\"q\":\"a\"} x", "")]
    [InlineData("{'q':'a'}", "")]
    public async Task BadBody_Returns400ThatPointsToIt(string body, params string[] pointers) => await Refuses(body, pointers);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=zz")]
    [InlineData("application/jsonx")]
    [InlineData("")]
    public async Task OtherContentType_Returns415(string type)
    {
        using var response = await service.Ask("""{"q":"a"}""", type);

        await IsProblem(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task ParameterBesideABody_Returns400()
    {
        using var response = await service.Ask("""{"q":"a"}""", query: "?lang=es");

        await IsProblem(response, HttpStatusCode.BadRequest, "invalid-request");
    }

    [Theory]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("Application/JSON; charset=\"utf-8\"")]
    public async Task ContentType_IsReadAsItsRfcsSay(string type)
    {
        using var response = await service.Ask("""{"q":"a"}""", type);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task Refuses(string body, params string[] pointers)
    {
        using var response = await service.Ask(body);
        var problem = await IsProblem(response, HttpStatusCode.BadRequest, "invalid-request");
        Assert.Equal(pointers, problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!));
    }

    private static async Task<JsonElement> IsProblem(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}\n{body}");
        Assert.Equal(code, JsonElement.Parse(body).GetProperty("code").GetString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        return JsonElement.Parse(body);
    }
}
