using System.Globalization;
using System.Net;

namespace FreedomCities.Api.Tests.Http.Problems;

public sealed class HostileInputTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private static readonly string[] Nasty =
    [
        "'", "''--", "%27%3Bdrop%20table%20faq%3B--", "\"", "%22", "`", "\\", "%5c..%5c", "%00", "a%00b", "%ff", "%c0%af", "%ed%a0%80",
        "%", "%4", "%zz", "a%",
        "../../etc/passwd", "..%2f..%2f", "%2e%2e%2f", "//", ".", "..", "%20", "%0a", "%0d%0aSet-Cookie:x", "%09", "a;b", "a,b", "{}",
        "$1", "@Slug", "%25s%25n",
        "%F0%9F%98%80", "%E2%80%AE", "%D7%90", "%CC%81", "%EF%BB%BF", "%EF%BF%BF", "%EF%BF%BE", "%EF%B7%90", "%F0%9F%BF%BE",
        "%E1%84%80%E1%85%A1", "-1", "99999999999999999999", "NaN", "infinity", "1e999", "0x10", "null", "true",
        new('a', 81), new('a', 5000), $"{new string('a', 79)}%F0%9F%98%80%F0%9F%98%80",
    ];

    public static MatrixTheoryData<string, string> Paths => new(
        [
            "/v1/faqs/", "/v1/topics/", "/v1/resources/", "/v1/contacts/", "/v1/contacts.geojson/", "/v1/feeds/", "/v1/", "/problems/",
            "/health/", "/openapi/", "/swagger/", "/",
        ], Nasty);

    public static MatrixTheoryData<string, string> Queries => new(
        [
            "/v1/faqs?", "/v1/faqs?topic=", "/v1/faqs?jurisdiction=", "/v1/faqs?updatedSince=", "/v1/faqs?slugs=", "/v1/faqs?sort=",
            "/v1/faqs?include=",
            "/v1/faqs?limit=", "/v1/faqs?cursor=", "/v1/faqs?lang=", "/v1/topics?cursor=", "/v1/resources?kind=",
            "/v1/resources?linkState=", "/v1/resources?parent=",
            "/v1/contacts?state=", "/v1/contacts?city=", "/v1/contacts?affiliate=", "/v1/contacts?office=",
            "/v1/contacts/locate?postalCode=", "/v1/contacts/locate?lon=1&lat=", "/v1/faqs/nothing?lang=",
            "/v1/faqs.jsonld?topic=", "/v1/feeds/faqs.atom?cursor=", "/v1/feeds/faqs.atom?updatedSince=", "/v1/contacts.geojson?city=",
            "/v1/contacts/ana-moran.vcf?lang=", "/v1/topics/freedom-cities?",
        ],
        Nasty);

    [Theory, MemberData(nameof(Paths))]
    public async Task NastyPath_IsNeverAServerError(string route, string nasty) => await Survives(route + nasty);

    [Theory, MemberData(nameof(Queries))]
    public async Task NastyQuery_IsNeverAServerError(string route, string nasty) => await Survives(route + nasty);

    [Theory]
    [InlineData("GET /v1/faqs HTTP/1.1\r\nAccept: \u0001")]
    [InlineData("GET /v1/faqs HTTP/1.1\r\nIf-None-Match: \"\u00e9, *,,,")]
    [InlineData("GET /v1/faqs HTTP/1.1\r\nAccept-Language: ,,;;q=,")]
    [InlineData("GET /v1/faqs HTTP/1.1\r\nAccept-Language: espa\u00f1ol, *-\u00ff;q=0.1")]
    [InlineData("GET /v1/faqs HTTP/1.1\r\nAccept: */*;q=9, ;;;, a/b/c")]
    [InlineData("GET /v1/faqs HTTP/1.1\r\nAccept-Encoding: gzip;q=x, \u00ff")]
    [InlineData("GET http://elsewhere.example/v1/faqs")]
    [InlineData("GET //v1/faqs")]
    [InlineData("OPTIONS *")]
    [InlineData("BREW /v1/faqs")]
    public async Task NastyHead_IsNeverAServerError(string head) => IsNoServerError(head, await service.Raw(head));

    [Fact]
    public async Task NastyChunk_Returns400() => Assert.StartsWith(
        "HTTP/1.1 400 ",
        await service.Raw(
            "POST /v1/search HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nHost: "
                + "a\r\n\r\nFFFFFFFFFFFFFFFFFFFFF\r\n"),
        StringComparison.Ordinal);

    [Fact]
    public async Task LongUrl_OfWhatIsCachedReturns414Too()
    {
        using var cached = await service.Get("/page.js");

        await service.Problem("/page.js?" + new string('x', 9_000), HttpStatusCode.RequestUriTooLong, "uri-too-long");
    }

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("123456789012345678901")]
    [InlineData("99999999999999999999999999999999999999999999999999")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1 2")]
    [InlineData("\u00e9")]
    [InlineData("")]
    public async Task NastyContentLength_Returns400(string length) =>
        Assert.StartsWith(
            "HTTP/1.1 400 ",
            await service.Raw($"GET /v1/faqs HTTP/1.1\r\nContent-Length: {length}\r\nX-Rest:"),
            StringComparison.Ordinal);

    private async Task Survives(string target) => IsNoServerError(target, await service.Raw("GET " + target));

    private static void IsNoServerError(string request, string answer) =>
        Assert.True(
            answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) < 500,
            $"{request}\n{answer}");
}
