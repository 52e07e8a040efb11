using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>How fast reads are, kept and not, as ratios to servers that do less.</summary>
internal static class ReadSpeed
{
    private const int Few = 10_000;
    private const int Many = 200_000;

    // Every read reads PostgreSQL, and none is refused.
    private static readonly string[] WithoutCache = ["--ResponseCacheMegabytes=0", "--DeadlineSeconds=30", "--ConcurrentRequests=1000"];

    private static readonly int[] Connections = [1, 32, 256];

    private static readonly (string Name, string Path)[] Reads = [("list", "/v1/faqs"), ("entry", "/v1/faqs/entry-500")];

    /// <param name="large">Also over 200,000 entries.</param>
    /// <param name="chart">The file of the picture.</param>
    public static async Task Run(bool large, string chart, CancellationToken ct)
    {
        Console.WriteLine(Invariant($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {Few:N0} entries"));
        await using var few = await ScratchDatabase.Filled(Few, ct);
        var bars = new List<Bar>();
        await Hot(few, bars, ct);
        await Cold(few, bars, ct);
        await Search(few, ct);
        await Publishing.Run(few, Reads, ct);
        if (large)
        {
            await using var many = await ScratchDatabase.Filled(Many, ct);
            await Growth(few, many, ct);
        }

        await File.WriteAllTextAsync(chart, Chart.Draw(bars), ct);
    }

    /// <summary>Only the latency of cached reads beside publications.</summary>
    public static async Task BesidePublications(CancellationToken ct)
    {
        await using var few = await ScratchDatabase.Filled(Few, ct);
        await Publishing.Run(few, Reads, ct);
    }

    private static async Task Hot(ScratchDatabase database, List<Bar> bars, CancellationToken ct)
    {
        await using var service = await ServerProcess.Service(database.Server, ct);
        await service.UntilReady(ct);
        foreach (var encoding in new[] { "identity", "gzip" })
        {
            using var answers = await AnswerFiles.Create(service, Reads, encoding, ct);
            await using var kestrel = await ServerProcess.Rival(Rivals.Kestrel, answers.Folder, ct);
            await using var outputCache = await ServerProcess.Rival(Rivals.OutputCache, answers.Folder, ct);
            await using var nginx = await ServerProcess.Nginx(answers.Folder, ct);
            foreach (var (name, path) in Reads)
            {
                var results = await Compare(
                    "kept " + name,
                    encoding,
                    ct,
                    new("Kestrel", kestrel, name),
                    new("service", service, path),
                    new("output cache", outputCache, name),
                    new("nginx, a file", nginx, name));
                bars.AddRange(results.Select(r => new Bar($"{name}, {encoding}", r.Name, r.Rate / results[0].Rate)));
            }
        }

        Console.WriteLine(Invariant($"memory of the service: {await service.PeakMemory(ct):0} MiB at most"));
    }

    private static async Task Cold(ScratchDatabase database, List<Bar> bars, CancellationToken ct)
    {
        await using var service = await ServerProcess.Service(database.Server, ct, WithoutCache);
        await service.UntilReady(ct);
        await using var npgsql = await ServerProcess.Rival(Rivals.Npgsql, $"{service.Http.BaseAddress} {database.Server.App}", ct);
        foreach (var (name, path) in Reads)
        {
            var results = await Compare(
                name + " that isn't kept",
                "identity",
                ct,
                new("Npgsql by hand", npgsql, path),
                new("service, not kept", service, path));
            bars.AddRange(results.Select(r => new Bar($"{name} from PostgreSQL", r.Name, r.Rate / results[0].Rate)));
        }
    }

    private static async Task Search(ScratchDatabase database, CancellationToken ct)
    {
        await using var service = await ServerProcess.Service(database.Server, ct);
        await service.UntilReady(ct);
        await Compare(
            "search",
            "identity",
            ct,
            new("GET /v1", service, "/v1"),
            new("search", service, "/v1/search?q=how+do+i+find+an+office&limit=20"));
    }

    private static async Task Growth(ScratchDatabase few, ScratchDatabase many, CancellationToken ct)
    {
        await using var small = await ServerProcess.Service(few.Server, ct, WithoutCache);
        await using var large = await ServerProcess.Service(many.Server, ct, WithoutCache);
        await small.UntilReady(ct);
        await large.UntilReady(ct);
        foreach (var (name, path) in Reads)
        {
            await Compare(
                name + " that isn't kept",
                "identity",
                ct,
                new(Invariant($"{Few:N0} entries"), small, path),
                new(Invariant($"{Many:N0} entries"), large, path));
        }
    }

    /// <returns>At 32 connections.</returns>
    private static async Task<Result[]> Compare(string what, string encoding, CancellationToken ct, params Contender[] contenders)
    {
        Result[] at32 = [];
        foreach (var connections in Connections)
        {
            var results = await Comparison.Run(what, connections, encoding, warmUp: connections == Connections[0], ct, contenders);
            at32 = connections == 32 ? results : at32;
        }

        return at32;
    }
}
