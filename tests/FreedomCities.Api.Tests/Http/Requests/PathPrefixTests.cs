using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Http.Requests;

/// <summary>
/// Below a path of its host (PublicUrl): no link of any response leaves it, whether the proxy removes the path from requests or not.
/// </summary>
public sealed partial class PathPrefixTests(PrefixedService service) : IClassFixture<PrefixedService>
{
    private const string Origin = PrefixedService.Origin;
    private const string Prefix = PrefixedService.Prefix;
    private const string OEmbed = "/oembed?url=https%3A%2F%2Fexample.org%2Fcivic%2Ffaq%2Fembed%2Ffaqs%3Ftopic%3Dfreedom-cities";

    // Of a body (RFC 6901), not of the host.
    private const string Pointer = "pointer";

    private static readonly (string, string)[] Hostile =
        [("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Prefix", "/evil"), ("X-Forwarded-Proto", "gopher")];

    public static TheoryData<string, int> Walk
    {
        get
        {
            var rows = new TheoryData<string, int>
            {
                { "/swagger", 301 }, { "/swagger/index.js", 200 }, { OEmbed, 200 }, { "/v1/snapshot", 200 },
                { "/.well-known/security.txt", 200 },
                { "/v1/faqs?limit=1&lang=en", 200 }, { "/v1/topics?limit=1", 200 }, { "/v1/resources?limit=2", 200 },
                { "/v1/contacts?limit=1", 200 },
                { "/v1/faqs/old-faq?lang=es", 308 }, { "/v1/contacts/old-contact.vcf", 308 },
                { "/v1/faqs/gone-faq", 410 }, { "/v1/faqs/never", 404 }, { "/nothing", 404 }, { "/healthz", 404 },
                { "/problems/nothing", 404 }, { "/embed/fc-faq.none.js", 404 },
                { "/v1/faqs?limit=0", 400 }, { "/v1/faqs?cursor=x", 400 }, { "/v1/contacts/locate?postalCode=99999", 404 },
                { "/v1/faqs?slugs=" + new string('a', 9_000), 414 },
            };
            foreach (var path in Routes.All.Select(r => r.Data).Where(p => !p.StartsWith("/oembed", StringComparison.Ordinal)))
            {
                rows.Add(path, 200);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Walk))]
    public async Task Links_StayBelowThePrefix(string path, int status)
    {
        string[] links = [];
        foreach (var request in new[] { path, Prefix + path, path }) // the third may be cached
        {
            using var response = await service.Get(request, (HttpStatusCode)status, Hostile);
            links = [.. await Links(response)];

            Assert.All(links, link => Assert.True(IsBelow(link), link));
            Assert.DoesNotContain("evil", await response.Content.ReadAsStringAsync() + response.Headers, StringComparison.Ordinal);
        }

        foreach (var link in links.Where(l => l[^1] is not '/')
            .Select(Path)
            .Where(l => !l.Contains('…', StringComparison.Ordinal))
            .Distinct())
        {
            using var followed = await service.Send(HttpMethod.Get, link);
            Assert.True(
                followed.StatusCode is HttpStatusCode.OK or HttpStatusCode.MovedPermanently || NeedsMore(link),
                $"{path}: {link}: {followed.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/v1/faqs?topic=freedom-cities&lang=en")]
    [InlineData("/v1/resources?lang=en")]
    public async Task Cursors_AreFollowedWithAndWithoutThePrefix(string list)
    {
        var (whole, path) = (await service.Slugs(list + "&limit=100"), list + "&limit=2");
        Assert.InRange(whole.Length, 5, 99);

        Assert.Equal(whole, await service.Walk(path));
        Assert.Equal(whole, await service.Walk(Prefix + path));
        var stripped = new List<string>();
        for (var next = path; next is not null;)
        {
            var page = await service.Json(next);
            stripped.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!));
            next = page.GetProperty("next").GetString()?[Prefix.Length..];
        }

        Assert.Equal(whole, stripped);
    }

    [Fact]
    public async Task AtomParts_LeadToEachOther()
    {
        var given = new Given(service.Database); // the client demands the current: no notification has to be waited for
        for (var i = 0; i < 100; i++)
        {
            await given.Faq($"part-{i}");
        }

        var feed = await service.Http.GetStringAsync("/v1/feeds/faqs.atom");
        var next = WebUtility.HtmlDecode(NextPart().Match(feed).Groups["next"].Value);

        Assert.StartsWith($"{Origin}{Prefix}/v1/feeds/faqs.atom?cursor=", next, StringComparison.Ordinal);
        using var part = await service.Get(Path(next));
    }

    [Fact]
    public async Task Posts_AnswerWithLinksBelowThePrefix()
    {
        var faq = await service.Json("/v1/faqs/how-do-i-get-more-information?lang=en");
        var copy = $$"""[{"slug":"how-do-i-get-more-information","language":"en","contentHash":"{{faq.Text("contentHash")}}"}]""";
        foreach (var (path, body) in new[]
        {
            ("/v1/freshness", copy),
            ("/v1/search", """{"q":"sanctuary"}"""),
            ("/v1/search", """{"q":1}"""),
        })
        {
            using var response = await service.Post(path, body);
            var links = await Links(response);

            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.True(IsBelow(link), link));
        }
    }

    [Fact]
    public async Task Prefix_IsComparedByWholeSegmentsAndRemovedOnce()
    {
        foreach (var path in new[] { Prefix + "x/v1", Prefix + Prefix + "/v1", "/civic/v1", "/CIVIC/faq/v1" })
        {
            using var response = await service.Get(path, HttpStatusCode.NotFound);
        }

        using var home = await service.Get(Prefix);
        Assert.Contains($"href=\"{Prefix}/page.css\"", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_NamesThePrefixAsItsServer()
    {
        var document = await service.Json("/openapi/public.v1.json");

        Assert.Equal(Prefix, Assert.Single(document.GetProperty("servers").EnumerateArray()).Text("url"));
        Assert.True(document.GetProperty("paths").TryGetProperty("/v1/faqs", out _));
    }

    // Of POST, or with a parameter that must be given.
    private static bool NeedsMore(string link) => link.Split('?')[0] is
        $"{Prefix}/v1/freshness" or $"{Prefix}/v1/search"
        or $"{Prefix}/v1/contacts/locate" or $"{Prefix}/oembed" or $"{Prefix}/embed/faqs";

    private static bool IsBelow(string link) =>
        (link + "/").StartsWith(
            Origin + Prefix + "/",
            StringComparison.Ordinal) || (link + "/").StartsWith(Prefix + "/", StringComparison.Ordinal);

    private static string Path(string link) => link.StartsWith(Origin, StringComparison.Ordinal) ? link[Origin.Length..] : link;

    /// <summary>All that a client could follow: paths on the host and URLs of it.</summary>
    private static async Task<IEnumerable<string>> Links(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var headers = Target().Matches(Service.Header(response, "Link") ?? "").Select(m => m.Groups["link"].Value)
            .Append(Service.Header(response, "Location")).OfType<string>();
        var ofHost = Url().Matches(WebUtility.HtmlDecode(body)).Select(m => m.Value);
        IEnumerable<string> paths = type switch
        {
            "text/html" => Attribute().Matches(body).Select(m => WebUtility.HtmlDecode(m.Groups["link"].Value)).Where(IsOfHost),
            "application/x-ndjson" => body.Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries).SelectMany(l => Strings(JsonElement.Parse(l))).Where(IsOfHost),
            _ when body.StartsWith('{') => Strings(JsonElement.Parse(body)).Where(IsOfHost),
            "text/plain" => Rule().Matches(body).Select(m => m.Groups["link"].Value),
            _ => [],
        };
        return headers.Concat(ofHost).Concat(paths);
    }

    private static bool IsOfHost(string text) => text.StartsWith('/') && !text.Contains(' ', StringComparison.Ordinal);

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().Where(p => p.Name is not Pointer).SelectMany(p => Strings(p.Value)),
        _ => [],
    };

    [GeneratedRegex("<(?<link>[^>]+)>")]
    private static partial Regex Target();

    [GeneratedRegex("https://example[.]org[^\\s\"'<>)\\\\]*")]
    private static partial Regex Url();

    [GeneratedRegex("(href|src)=\"(?<link>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex("(?m)^(Allow|Disallow): (?<link>\\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();

    [GeneratedRegex("<link rel=\"next\"[^>]* href=\"(?<next>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex NextPart();
}
