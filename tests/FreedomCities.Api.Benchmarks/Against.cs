using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>Reads beside those of an earlier commit, each over a database of its own: the median of the ratios of rounds in turn.</summary>
internal static class Against
{
    private const int Entries = 10_000;
    private const int Rounds = 9;
    private const int Connections = 32;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    private static readonly (string Name, string Path)[] Reads =
        [("list", "/v1/faqs"), ("list with a query", "/v1/faqs?limit=10&lang=en"), ("entry", "/v1/faqs/entry-500")];

    // Every read reads PostgreSQL, and none is refused.
    private static readonly string[] Uncached = ["--ResponseCacheMegabytes=0", "--DeadlineSeconds=30", "--ConcurrentRequests=1000"];

    public static async Task Run(CancellationToken ct)
    {
        Console.WriteLine(
            Invariant(
                $"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {Entries:N0} entries; {Rounds} rounds of {Connections} connections"));
        await using var database = await ScratchDatabase.Filled(Entries, ct);
        await using var earlier = await ScratchDatabase.Filled(Entries, ct, server => ServerProcess.Migrate("before", server, ct));
        await CompareUncached(database, earlier, ct);
        await using var now = await ServerProcess.Service(database.Server, ct);
        await using var before = await ServerProcess.Service("before", earlier.Server, ct);
        await now.UntilReady(ct);
        await before.UntilReady(ct);
        foreach (var (name, path) in Reads)
        {
            foreach (var encoding in new[] { "identity", "gzip" })
            {
                await Compare($"cached {name}, {encoding}", encoding, new("now", now, path), new("before", before, path), ct);
            }
        }
    }

    private static async Task CompareUncached(ScratchDatabase database, ScratchDatabase earlier, CancellationToken ct)
    {
        await using var now = await ServerProcess.Service(database.Server, ct, Uncached);
        await using var before = await ServerProcess.Service("before", earlier.Server, ct, Uncached);
        await now.UntilReady(ct);
        await before.UntilReady(ct);
        await using var byHand = await ServerProcess.Rival(Rivals.Npgsql, $"{now.Http.BaseAddress} {database.Server.App}", ct);
        foreach (var (name, path) in Reads.Where(r => !r.Path.Contains('?', StringComparison.Ordinal)))
        {
            await Compare($"uncached {name}", "identity", new("now", now, path), new("before", before, path), ct);
            await Compare($"uncached {name}, beside Npgsql by hand", "identity", new("now", now, path), new("by hand", byHand, path), ct);
        }
    }

    private static async Task Compare(string what, string encoding, Contender now, Contender other, CancellationToken ct)
    {
        var header = "Accept-Encoding: " + encoding;
        Contender[] contenders = [now, other];
        foreach (var contender in contenders)
        {
            await Wrk.Load(contender, Connections, WarmUp, header, ct);
        }

        var ratios = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            // Each is first in every other round.
            var first = await Wrk.Load(contenders[i % 2], Connections, Time, header, ct);
            var second = await Wrk.Load(contenders[1 - (i % 2)], Connections, Time, header, ct);
            ratios.Add(i % 2 == 0 ? first.Rate / second.Rate : second.Rate / first.Rate);
        }

        ratios.Sort();
        Console.WriteLine(Invariant($"  {what}: {ratios[Rounds / 2]:0.00} (from {ratios[0]:0.00} to {ratios[^1]:0.00})"));
    }
}
