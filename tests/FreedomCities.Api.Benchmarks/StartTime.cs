using System.Diagnostics;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>From the start of the process to its first 200 of a list, on a migrated database.</summary>
internal static class StartTime
{
    private const int Entries = 10_000;
    private const int Times = 9;

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Filled(Entries, ct);
        await RunningService.StoreVectors(database.Server, ct);
        var (reads, ready) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            await using var service = await ServerProcess.Service(database.Server, ct, "--Search:Model=minilm");
            _ = await service.Read("/v1/faqs", "identity", ct);
            reads.Add(watch.Elapsed);
            await service.UntilReady(ct);
            ready.Add(watch.Elapsed);
        }

        Console.WriteLine(
            Invariant(
                $"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {Entries:N0} entries; start to the first list {Timing.Measure(
                    reads)}, to ready (search too) {Timing.Measure(ready)}"));
    }
}
