using System.Diagnostics;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>
/// From the start of the process to its first 200 of a list, and until it is ready, on a migrated database; and its memory after a few queries.
/// Each by words only and with a model, whose vectors are stored.
/// </summary>
internal static class StartTime
{
    private const int Entries = 10_000;
    private const int Times = 9;

    private const int Queries = 20; // the first ones need memory that the others find

    private static readonly TimeSpan UntilVectorsAreRead = TimeSpan.FromSeconds(5);

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Filled(Entries, ct);
        await RunningService.StoreVectors(database.Server, ct);
        Console.WriteLine(Invariant($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {Entries:N0} entries"));
        Measured[] models = [new("none"), new("minilm")];
        for (var i = 0; i < Times; i++)
        {
            foreach (var model in models)
            {
                await Measure(model, database, ct);
            }
        }

        foreach (var model in models)
        {
            Console.WriteLine(model.ToString());
        }
    }

    private static async Task Measure(Measured model, ScratchDatabase database, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await using var service = await ServerProcess.Service(database.Server, ct, "--Search:Model=" + model.Name);
        _ = await service.Read("/v1/faqs", "identity", ct);
        model.Reads.Add(watch.Elapsed);
        await service.UntilReady(ct);
        model.Ready.Add(watch.Elapsed);
        await Task.Delay(UntilVectorsAreRead, ct);
        for (var n = 0; n < Queries; n++)
        {
            _ = await service.Read(Invariant($"/v1/search?lang=en&q=a+question+of+words+{n}"), "identity", ct);
        }

        model.Memory.Add(await service.Memory(ct));
    }

    private sealed record Measured(string Name)
    {
        public List<TimeSpan> Reads { get; } = [];

        public List<TimeSpan> Ready { get; } = [];

        public List<double> Memory { get; } = [];

        public override string ToString() => string.Join(
            "\n  ",
            $"model {Name}",
            $"start to the first list {Timing.Measure(Reads)}",
            $"start to ready, search too {Timing.Measure(Ready)}",
            Invariant($"after {Queries} queries {Memory.Order().ElementAt(Memory.Count / 2):0} MiB resident"));
    }
}
