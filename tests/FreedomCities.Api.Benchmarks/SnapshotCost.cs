using System.Diagnostics;
using System.Text.Json;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What it takes to send everything, and whether who follows the feed of changes alone has the same.</summary>
internal static class SnapshotCost
{
    private const int Entries = 100_000;
    private const int SlugsAtOnce = 100;

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Filled(Entries, ct);
        await using var service = await ServerProcess.Service(database.Server, ct);
        await service.UntilReady(ct);
        await service.PeakMemory(ct);
        await Task.Delay(TimeSpan.FromSeconds(5), ct);
        Console.WriteLine(Invariant($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {Entries:N0} entries"));
        Console.WriteLine(Invariant($"  idle                {await service.PeakMemory(ct):0} MiB"));
        foreach (var encoding in new[] { "identity", "gzip", "br", "identity" })
        {
            var watch = Stopwatch.StartNew();
            var bytes = await Read(service, encoding, ct);
            Console.WriteLine(
                Invariant(
                    $"  snapshot, {encoding,-9} {await service.PeakMemory(
                        ct):0} MiB at most, {bytes / 1e6:0.0} MB in {watch.Elapsed.TotalSeconds:0.0} s"));
        }

        var snapshot = await Snapshot(service, ct);
        var replica = await Replica(service, ct);
        var differ = snapshot.Keys.Union(replica.Keys).Count(k => snapshot.GetValueOrDefault(k) != replica.GetValueOrDefault(k));
        Console.WriteLine(
            Invariant($"  records             {snapshot.Count:N0} in the snapshot, {replica.Count:N0} by the feed alone, {differ} differ"));
    }

    private static async Task<long> Read(ServerProcess service, string encoding, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/snapshot") { Headers = { { "Accept-Encoding", encoding } } };
        using var response = await service.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct);
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
        {
            total += read;
        }

        return total;
    }

    private static async Task<Dictionary<string, string>> Snapshot(ServerProcess service, CancellationToken ct)
    {
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        using var lines = new StreamReader(await service.Http.GetStreamAsync(new Uri("/v1/snapshot", UriKind.Relative), ct));
        while (await lines.ReadLineAsync(ct) is { } text)
        {
            if (JsonElement.Parse(text) is var line && line.TryGetProperty("record", out var record))
            {
                records.Add($"{line.GetProperty("type")}/{record.GetProperty("slug")}", record.GetRawText());
            }
        }

        return records;
    }

    /// <summary>What the changes name, read by its slugs.</summary>
    private static async Task<Dictionary<string, string>> Replica(ServerProcess service, CancellationToken ct)
    {
        var named = new HashSet<(string Type, string Slug)>();
        for (var (since, more) = ("", true); more;)
        {
            var page = await Json(service, "/v1/changes?limit=1000" + since, ct);
            named.UnionWith(page.GetProperty("items")
                .EnumerateArray()
                .Select(c => (c.GetProperty("type").GetString()!, c.GetProperty("slug").GetString()!)));
            (since, more) = ("&since=" + page.GetProperty("cursor"), page.GetProperty("more").GetBoolean());
        }

        var replica = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var topic in (await Json(service, "/v1/topics?limit=100", ct)).GetProperty("items").EnumerateArray())
        {
            replica.Add($"topic/{topic.GetProperty("slug")}", topic.GetRawText());
        }

        foreach (var slugs in named.Where(n => n.Type == "faq").Select(n => n.Slug).Chunk(SlugsAtOnce))
        {
            foreach (var entry in (await Json(
                service,
                "/v1/faqs?slugs=" + string.Join(',', slugs),
                ct)).GetProperty("items").EnumerateArray())
            {
                replica.Add($"faq/{entry.GetProperty("slug")}", entry.GetRawText());
            }
        }

        return named.Count == replica.Count
            ? replica
            : throw new ConfigurationException(Invariant($"{named.Count} records were named, and {replica.Count} found."));
    }

    private static async Task<JsonElement> Json(ServerProcess service, string path, CancellationToken ct) =>
        JsonElement.Parse(await service.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative), ct));
}
