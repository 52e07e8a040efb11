using System.Text.Json.Nodes;

namespace FreedomCities.Api.Tests.Http.Caching;

/// <summary>
/// Whatever is answered with the response cache is answered in the same way without it: every route, every status, GET and HEAD.
/// </summary>
public sealed class CachedOrNotTests(CachedOrNotTests.Instances instances) : IClassFixture<CachedOrNotTests.Instances>
{
    private static readonly (string Type, string Old, string Now, string Gone)[] Records =
    [
        ("faqs", "old-faq", "new-faq", "gone-faq"), ("topics", "old-topic", "new-topic", "gone-topic"),
        ("resources", "old-resource", "new-resource", "gone-resource"), ("contacts", "old-contact", "new-contact", "gone-contact"),
    ];

    public static TheoryData<string, int, string?, string?> Walk
    {
        get
        {
            var rows = new TheoryData<string, int, string?, string?>();
            string[] cards = [.. Records.Select(r => r.Type), "contacts.vcf"];
            foreach (var path in Routes.All.Select(r => r.Data).Append("/swagger/index.js"))
            {
                rows.Add(path, 200, null, null);
                rows.Add(path, 304, "If-None-Match", "*");
            }

            foreach (var path in Routes.Data.Select(r => r.Data))
            {
                rows.Add(path, 406, "Accept", "image/png");
            }

            foreach (var card in cards)
            {
                var (type, end) = card.EndsWith(".vcf", StringComparison.Ordinal) ? (card[..^4], ".vcf") : (card, "");
                var (_, old, now, gone) = Records.Single(r => r.Type == type);
                rows.Add($"/v1/{type}/{old}{end}", 308, null, null);
                rows.Add($"/v1/{type}/{old}{end}?lang=es", 308, null, null);
                rows.Add($"/v1/{type}/{now}{end}", 200, null, null);
                rows.Add($"/v1/{type}/{gone}{end}", 410, null, null);
                rows.Add($"/v1/{type}/never{end}", 404, null, null);
                rows.Add($"/v1/{type}/never{end}", 404, "Accept-Encoding", "br");
            }

            foreach (var path in new[]
            {
                "/v1/nothing",
                "/nothing",
                "/problems/nothing",
                "/embed/fc-faq.none.js",
                "/swagger/none.js",
                "/.well-known/security.txt",
                "/healthz",
            })
            {
                rows.Add(path, 404, null, null);
            }

            rows.Add("/swagger", 301, null, null);
            rows.Add("/v1/faqs?limit=0", 400, null, null);
            rows.Add("/v1/changes?since=x", 400, null, null);
            return rows;
        }
    }

    public static TheoryData<string> FromTheDatabase => [.. Routes.Data.Select(r => r.Data).Where(NeedsTheDatabase)];

    [Theory, MemberData(nameof(Walk))]
    public async Task Response_IsTheSameWithTheCacheOnAndOff(string path, int status, string? header, string? value)
    {
        (string, string)[] headers = header is null ? [] : [(header, value!)];
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var rendered = await Response(instances.WithoutCache, method, path, headers);
            var missed = await Response(instances.WithCache, method, path, headers);
            var hit = await Response(instances.WithCache, method, path, headers);

            Assert.StartsWith($"{status}\n", rendered, StringComparison.Ordinal);
            Assert.Equal(rendered, missed);
            Assert.Equal(rendered, hit);
        }
    }

    [Theory, MemberData(nameof(FromTheDatabase))]
    public async Task Response_IsTheSameWithoutADatabase(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var rendered = await Response(instances.StrandedWithoutCache, method, path);

            Assert.StartsWith("503\n", rendered, StringComparison.Ordinal);
            Assert.Equal(rendered, await Response(instances.Stranded, method, path));
            Assert.Equal(rendered, await Response(instances.Stranded, method, path));
        }
    }

    [Theory, MemberData(nameof(Routes.Pages), MemberType = typeof(Routes))]
    public async Task Page_IsTheSameWithoutADatabase(string path)
    {
        var rendered = await Response(instances.WithCache, HttpMethod.Get, path);

        Assert.Equal(rendered, await Response(instances.Stranded, HttpMethod.Get, path));
        Assert.Equal(rendered, await Response(instances.Stranded, HttpMethod.Get, path));
    }

    [Fact]
    public void Walk_VisitsEveryRouteThatIsRead()
    {
        // Streamed or dependent on the time. Each has its own tests.
        string[] others = ["/v1/snapshot/", "/v1/changes/", "/health/live", "/health/ready"];
        var walked = Walk.Select(r => instances.Route(r.Data.Item1)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var routes = instances.WithCache.Endpoints
            .Where(e => e.Metadata.OfType<Microsoft.AspNetCore.Routing.HttpMethodMetadata>().Any(m => m.HttpMethods.Contains("GET")))
            .Select(e => e.RoutePattern.RawText!)
            .Where(r => !r.StartsWith("/swagger/", StringComparison.Ordinal) || r == "/swagger/index.js");

        Assert.Equal([], routes.Except(others, StringComparer.Ordinal).Except(walked, StringComparer.Ordinal));
    }

    private static bool NeedsTheDatabase(string path) => path is not ("/v1" or "/.well-known/privacy.json");

    private static async Task<string> Response(Service service, HttpMethod method, string path, params (string, string)[] headers)
    {
        using var response = await service.Send(method, path, headers);
        var body = await response.Content.ReadAsByteArrayAsync();
        var lines = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(h => h.Key is not ("Date" or "RateLimit"))
            .Select(h => $"{h.Key}: {h.Value}")
            .Order(StringComparer.Ordinal);
        return $"{(int)response.StatusCode}\n{string.Join('\n', lines)}\n{Text(response, body)}";
    }

    // A problem's trace is its request's own.
    private static string Text(HttpResponseMessage response, byte[] body)
    {
        if (body.Length == 0
            || response.Content.Headers.ContentType?.MediaType != "application/problem+json"
            || response.Content.Headers.ContentEncoding.Count > 0)
        {
            return Convert.ToBase64String(body);
        }

        var problem = JsonNode.Parse(body)!.AsObject();
        Assert.True(problem.Remove("traceId"));
        return problem.ToJsonString();
    }

    public sealed class Instances(TestCluster cluster) : IAsyncLifetime
    {
        // What is compared.
        private static readonly string[] CacheOff = ["--ResponseCacheMegabytes=0"];

        public Service WithCache { get; } = new SeededService(cluster);

        public Service WithoutCache { get; private set; } = null!;

        public Service Stranded { get; } = new StrandedService(cluster);

        public Service StrandedWithoutCache { get; } = new StrandedService(cluster) { MoreSettings = CacheOff };

        public async ValueTask InitializeAsync()
        {
            await WithCache.InitializeAsync();
            foreach (var (type, old, now, gone) in Records)
            {
                await WithCache.Given.Make(type[..^1], old);
                await WithCache.Given.Make(type[..^1], gone);
                await WithCache.Given.Renamed(type[..^1], old, now);
                await WithCache.Given.Withdrawn(type[..^1], gone);
            }

            WithoutCache = new SecondInstance(WithCache) { MoreSettings = CacheOff };
            await Task.WhenAll(
                WithoutCache.InitializeAsync().AsTask(),
                Stranded.InitializeAsync().AsTask(),
                StrandedWithoutCache.InitializeAsync().AsTask());
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var service in new[] { WithoutCache, WithCache, Stranded, StrandedWithoutCache })
            {
                await service.DisposeAsync();
            }
        }

        /// <summary>The template of the route that answers a path.</summary>
        public string? Route(string path) => WithCache.Endpoints
            .Select(e => e.RoutePattern)
            .OrderBy(p => p.InboundPrecedence)
            .FirstOrDefault(
                p => new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(new(p), []).TryMatch(path.Split('?')[0], []))?.RawText;
    }
}
