using System.Net;

namespace FreedomCities.Api.Tests.Scale;

/// <summary>nginx before the instances, with deploy/nginx.conf.</summary>
[Collection<ScaleTests>]
public sealed class SharedCacheTests(PreparedTopology prepared)
{
    private const string Entry = $"/v1/faqs/{Topology.Slug}";

    private static readonly string[] Reads =
    [
        "/v1/faqs",
        "/v1/topics",
        "/v1/changes",
        "/v1/contacts/locate?postalCode=87501",
        "/v1/resources",
    ];

    [Fact(Explicit = true)]
    public async Task InstanceKilledUnderLoad_NoReadFails()
    {
        await using var topology = await Topology.Start(prepared);
        await using var readers = new Readers(8, [.. Reads.Select(path => topology.Address("nginx", path))]);
        await readers.More(500);

        await topology.Kill("api-1");

        await readers.More(1000, TimeSpan.FromSeconds(3)); // nginx has tried it again
        Assert.Empty(readers.Failures);
    }

    [Fact]
    public async Task Changes_ShowAndResponsesAreCachedByEncodingAndLanguageAndServedWhenBothInstancesAreAway()
    {
        await using var topology = await Topology.Start(prepared);
        await topology.Withdraw();
        await Shows(topology, Entry, HttpStatusCode.Gone);
        await topology.Publish();
        await Shows(topology, $"{Entry}?lang=en", HttpStatusCode.OK); // the other address is cached
        var asked =
            (from encoding in (string[])
            [
                "br",
                "gzip",
                "identity",
            ]
             from language in (string[])["en", "es"]
             select (Encoding: encoding, Language: language)).ToArray();
        var before = await Task.WhenAll(asked.Select(a => Ask(topology, a.Encoding, a.Language)));
        Assert.Equal(asked.Length, before.Distinct().Count());
        Assert.Equal(
            asked.Select(a => (a.Encoding == "identity" ? null : a.Encoding, a.Language)),
            before.Select(b => (b.Encoding, b.Language!)));

        var page = await FullPageOfTheFeed(topology);
        using var followed = await topology.Get("nginx", page);

        await topology.Kill("api-1");
        await topology.Kill("api-2");

        using var cached = await topology.Get("nginx", page);
        Assert.Equal(await followed.Content.ReadAsStringAsync(), await cached.Content.ReadAsStringAsync());
        Assert.Equal(before, await Task.WhenAll(asked.Select(a => Ask(topology, a.Encoding, a.Language))));
        using var unknown = await topology.Get("nginx", "/v1/contacts");
        Assert.Equal(HttpStatusCode.BadGateway, unknown.StatusCode);
    }

    private static async Task<string> FullPageOfTheFeed(Topology topology)
    {
        using var first = await topology.Get("nginx", "/v1/changes?limit=1");
        return "/v1/changes?limit=1&since=" + (await Service.ReadJson(first)).Text("cursor");
    }

    /// <summary>Asks nginx once the instances know, for it caches what it gets.</summary>
    private static async Task Shows(Topology topology, string path, HttpStatusCode status)
    {
        await topology.Answer(path, status);
        using var answer = await topology.Get("nginx", path);
        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string? Encoding, string? Language, string? ETag)> Ask(
        Topology topology,
        string encoding,
        string language)
    {
        using var answer = await topology.Get("nginx", "/v1/faqs", ("Accept-Encoding", encoding), ("Accept-Language", language));
        return (
            answer.StatusCode,
            Service.Header(answer, "Content-Encoding"),
            Service.Header(answer, "Content-Language"),
            Service.Header(answer, "ETag"));
    }
}
