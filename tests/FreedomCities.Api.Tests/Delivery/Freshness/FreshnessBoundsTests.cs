using System.Net;
using System.Net.Http.Headers;

namespace FreedomCities.Api.Tests.Delivery.Freshness;

/// <summary>A body that isn't a list of copies is refused, with a pointer to what is wrong.</summary>
public sealed class FreshnessBoundsTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string Hash = "sha256-0000000000000000000000000000000000000000000000000000000000000000";
    private const string Right = $$"""{"slug":"a","language":"en","contentHash":"{{Hash}}"}""";

    [Theory]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    [InlineData("\"a\"", "")]
    [InlineData("[", "")]
    [InlineData(Right, "")]
    [InlineData("[null]", "/0")]
    [InlineData("[[]]", "/0")]
    [InlineData("[{}]", "/0/slug", "/0/language", "/0/contentHash")]
    [InlineData($"[{Right},{{}}]", "/1/slug", "/1/language", "/1/contentHash")]
    [InlineData($$"""[{"slug":"A_b","language":"en","contentHash":"{{Hash}}"}]""", "/0/slug")]
    [InlineData($$"""[{"slug":"a","language":"e","contentHash":"{{Hash}}"}]""", "/0/language")]
    [InlineData("""[{"slug":"a","language":"en","contentHash":"sha256-00"}]""", "/0/contentHash")]
    [InlineData($$"""[{"slug":"a","language":"en","contentHash":"{{Hash}}\n"}]""", "/0/contentHash")]
    [InlineData($$"""[{"slug":"a","language":"en","contentHash":"{{Hash}}","type":"person"}]""", "/0/type")]
    [InlineData($$"""[{"slug":1,"language":"en","contentHash":"{{Hash}}"}]""", "/0/slug")]
    [InlineData($$"""[{"slug":"a","slug":"a","language":"en","contentHash":"{{Hash}}"}]""", "/0/slug")]
    [InlineData($$"""[{{Right}},{"hash":"{{Hash}}"}]""", "/1/hash")]
    public async Task WrongBody_IsPointedInto(string body, params string[] pointers)
    {
        using var answer = await service.Post("/v1/freshness", body);
        var problem = await Service.ReadJson(answer);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid-request"), (answer.StatusCode, problem.Text("code")));
        Assert.Equal(pointers, problem.GetProperty("errors").EnumerateArray().Select(e => e.Text("pointer")));
    }

    [Theory]
    [InlineData("GET", "application/json", "*/*", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "application/json", "*/*", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "text/plain", "*/*", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "application/json; charset=utf-16", "*/*", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "application/json", "text/html", HttpStatusCode.NotAcceptable)]
    public async Task WrongMethodOrFormat_IsRefused(string method, string type, string accept, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/v1/freshness") { Content = new StringContent($"[{Right}]") };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await service.Http.SendAsync(request);

        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(expected == HttpStatusCode.MethodNotAllowed ? "POST" : null, Service.Header(answer, "Allow"));
    }

    [Theory]
    [InlineData(1024 * 1024, HttpStatusCode.OK)]
    [InlineData((1024 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Body_HasABound(int bytes, HttpStatusCode expected)
    {
        using var answer = await service.Post("/v1/freshness", $"[{Right}]".PadRight(bytes));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task MoreThan200Copies_AreRefused()
    {
        using var answer = await service.Post("/v1/freshness", $"[{string.Join(',', Enumerable.Repeat(Right, 201))}]");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("1 to 200 copies", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
