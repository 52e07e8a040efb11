using System.Diagnostics;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What search costs over more and more entries: to be ready, in memory, a query, and until a change is found.</summary>
internal static class SearchSpeed
{
    private const int Times = 1_000;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    // More vectors take many minutes.
    private const int MaxEmbedded = 10_000;

    public static async Task Run(Synthetic synthetic, CancellationToken ct)
    {
        Console.WriteLine(
            Invariant(
                $"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {synthetic.Queries.Length} different queries, {Times:N0} asked"));
        Cost? before = null;
        foreach (var size in Sizes)
        {
            await using var database = await ScratchDatabase.Start(ct);
            await using (var superuser = await database.Superuser(ct))
            {
                await Fill.With(synthetic.Entries(size), synthetic.Language, superuser, ct);
            }

            Console.WriteLine(Invariant($"\n{size:N0} entries"));
            var cost = await Measure(synthetic, size, database, ct);
            if (before is not null)
            {
                Console.WriteLine($"  growth              {cost.GrowthSince(before)}");
            }

            before = cost;
        }
    }

    private static async Task<Cost> Measure(Synthetic synthetic, int size, ScratchDatabase database, CancellationToken ct)
    {
        var empty = Memory.Now();
        var watch = Stopwatch.StartNew();
        await using var service = await RunningService.Start(
            database.Server, ct, "--Search:Model=" + (size > MaxEmbedded ? "none" : "minilm"));
        await service.UntilReady(ct);
        await service.UntilFound(database, ct);
        Console.WriteLine(Invariant($"  ready and found     {watch.Elapsed.TotalSeconds:0.0} s after the start"));

        var filled = Memory.Now();
        Console.WriteLine($"  memory before       {empty}");
        Console.WriteLine($"  memory after        {filled}");

        string Query(int i) => synthetic.Queries[i % synthetic.Queries.Length];
        await service.UntilEmbedded(ct);
        Console.WriteLine(Invariant($"  vectors made        {watch.Elapsed.TotalSeconds:0.0} s after the start; {Memory.Now()}"));
        var direct = InServer.Search(service.Services, synthetic.Language, ct);
        var inServer = await Timing.Measure(Times, i => direct(Invariant($"{Query(i)} {i}")), _ => direct(Query(0)));
        var http = await Timing.Measure(
            Times,
            i => service.Ask.SearchUnread(Query(i), synthetic.Language, ["faq"], ct),
            _ => service.Ask.Nothing(ct));
        Console.WriteLine($"  query in the server {inServer[0]}; repeated {inServer[1]}");
        Console.WriteLine($"  query over HTTP     {http[0]}");
        Console.WriteLine(Invariant($"  GET /health/live    {http[1]}: a query takes {http[0].Median / http[1].Median:0.0} times as long"));
        Console.WriteLine($"  change until found  {await Changes.Measure(service, database, ct)}");
        return new Cost(size, inServer[0].Median, filled.Managed - empty.Managed);
    }

    private sealed record Cost(int Size, double Median, double Bytes)
    {
        public string GrowthSince(Cost before) =>
            Invariant(
                $"from {before.Size:N0}: time of a query as n^{Exponent(before, c =>
                    c.Median):0.00}, memory as n^{Exponent(before, c => c.Bytes):0.00}");

        private double Exponent(Cost before, Func<Cost, double> of) =>
            Math.Log(of(this) / of(before)) / Math.Log((double)Size / before.Size);
    }

    private sealed record Memory(double Managed, double WorkingSet)
    {
        public static Memory Now()
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            using var process = Process.GetCurrentProcess();
            return new Memory(GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
        }

        public override string ToString() => Invariant($"{Managed / 1e6:0.0} MB managed, {WorkingSet / 1e6:0.0} MB of the process");
    }
}
