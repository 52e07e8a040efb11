using System.IO.Compression;
using System.Net;

namespace FreedomCities.Api.Tests.Http.Caching;

/// <summary>A cached response equals a fresh one.</summary>
public sealed class ResponseCacheTests(
    CachingService service,
    UncachedService plain) : IClassFixture<CachingService>, IClassFixture<UncachedService>
{
    private const string Entry = "/v1/faqs/how-do-i-get-more-information";

    public static TheoryData<string> CachedPaths =>
    [
        "/v1", "/v1/faqs", "/v1/faqs?include=resources,contacts&lang=es", Entry, Entry + "?lang=es", "/v1/topics",
        "/v1/resources?kind=policy", "/v1/contacts",
        "/v1/faqs.jsonld", "/v1/feeds/faqs.atom", "/v1/contacts.geojson", "/v1/contacts/ana-moran.vcf",
    ];

    [Theory, MemberData(nameof(CachedPaths))]
    public async Task SecondAnswer_IsTheFirstAndCostsNoStatement(string path)
    {
        foreach (var encoding in new[] { "identity", "gzip", "br" })
        {
            using var made = await plain.Get(path, HttpStatusCode.OK, ("Accept-Encoding", encoding));
            using var first = await service.Get(path, HttpStatusCode.OK, ("Accept-Encoding", encoding));
            HttpResponseMessage? second = null;
            var statements = await SqlStatements.Count(
                service,
                async () => second = await service.Get(path, HttpStatusCode.OK, ("Accept-Encoding", encoding)));

            Assert.Equal(0, statements);
            Assert.Equal(Lines(made), Lines(first));
            Assert.Equal(Lines(first), Lines(second!));
            Assert.Equal(Service.Header(first, "ETag"), Service.Header(second!, "ETag"));
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second!.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory, MemberData(nameof(CachedPaths))]
    public async Task CompressedAnswer_UnpacksToThePlainOne(string path)
    {
        var identity = await (await service.Get(path)).Content.ReadAsByteArrayAsync();
        using var packed = await service.Get(path, HttpStatusCode.OK, ("Accept-Encoding", "br"));
        await using var unpacked = new BrotliStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);

        Assert.Equal(identity, bytes.ToArray());
    }

    [Fact]
    public async Task ConditionalRequests_AreAnsweredFromTheCache()
    {
        using var first = await service.Get(Entry);
        using var head = await service.Send(HttpMethod.Head, Entry);
        using var unchanged = await service.Get(Entry, HttpStatusCode.NotModified, ("If-None-Match", Service.Header(first, "ETag")!));

        Assert.Equal("", await head.Content.ReadAsStringAsync());
        Assert.Equal(Lines(first), Lines(head));
        Assert.Equal(Service.Header(first, "ETag"), Service.Header(unchanged, "ETag"));
        Assert.Null(Service.Header(unchanged, "Content-Type"));
        Assert.Equal(Service.Header(first, "Cache-Control"), Service.Header(unchanged, "Cache-Control"));
    }

    [Fact]
    public async Task InvalidRequest_IsRejectedBesideACachedResponse()
    {
        using var kept = await service.Get("/v1/faqs");

        await service.Problem("/v1/faqs?tracker=1", HttpStatusCode.BadRequest, "invalid-request", "tracker");
        await service.Problem("/v1/faqs?limit=1&limit=1", HttpStatusCode.BadRequest, "invalid-request", "limit");
        await service.Problem("/v1/faqs?limit=0", HttpStatusCode.BadRequest, "invalid-request", "limit");
        using var other = await service.Get("/v1/faqs", HttpStatusCode.NotAcceptable, ("Accept", "text/csv"));
        using var browser = await service.Get("/v1/faqs", HttpStatusCode.OK, ("Accept", "text/html,*/*;q=0.8"));
    }

    [Fact]
    public async Task ValuesThatLookLikeTwo_AreNotTheTwo()
    {
        var two = await service.Slugs("/v1/contacts?city=Albuquerque&limit=1");
        var one = await service.Slugs("/v1/contacts?city=" + Uri.EscapeDataString("Albuquerque\nlimit=1:1"));

        Assert.Single(two);
        Assert.Empty(one);
    }

    [Fact]
    public async Task Reader_GetsWhatHisLanguagesGive()
    {
        foreach (var accept in new[] { "es", "en", "fr", "fr, es;q=0.5", "es-MX" })
        {
            var wanted = await plain.Json(Entry, HttpStatusCode.OK, ("Accept-Language", accept));
            for (var i = 0; i < 2; i++)
            {
                Assert.Equal(
                    wanted.GetProperty("language").GetRawText(),
                    (await service.Json(Entry, HttpStatusCode.OK, ("Accept-Language", accept))).GetProperty("language").GetRawText());
            }
        }
    }

    [Fact]
    public async Task NotFound_IsNotCached()
    {
        await service.Problem("/v1/faqs/not-yet", HttpStatusCode.NotFound, "not-found");
        await service.Given.Faq("not-yet");
        await plain.Given.Faq("not-yet"); // the other tests compare the two

        Assert.Equal("not-yet", (await service.Json("/v1/faqs/not-yet")).Text("slug"));
    }

    // Without what may differ: the time, the size when compressed at once or piece by piece, and blanks.
    private static string[] Lines(HttpResponseMessage response) =>
    [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(h => h.Key is not ("Date" or "ETag" or "Content-Length"))
            .Select(h => $"{h.Key}: {h.Value}".Replace(", ", ",", StringComparison.Ordinal)).Order(),
    ];
}
