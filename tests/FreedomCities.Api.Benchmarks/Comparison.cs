using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>A server and what is asked of it.</summary>
internal sealed record Contender(string Name, ServerProcess Server, string Path);

/// <summary>What a contender did: medians of the rounds.</summary>
/// <param name="Work">Of processors, microseconds for a request.</param>
internal sealed record Result(string Name, double Rate, double P50, double P99, double Work)
{
    public string Beside(Result other) => Invariant(
        $"{Name,-22} {Rate,9:0} req/s, p50 {P50,7:0.00} ms, p99 {P99,7:0.00} ms, {Work,6:0} µs of processors: {Rate / other.Rate,5:0.00} ×");
}

/// <summary>Loads servers in turn, so that whatever else the machine does strikes all of them.</summary>
internal static class Comparison
{
    private const int Rounds = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    /// <summary>The results in the order of the contenders; printed beside the first one's.</summary>
    public static async Task<Result[]> Run(
        string what,
        int connections,
        string encoding,
        bool warmUp,
        CancellationToken ct,
        params Contender[] contenders)
    {
        var header = "Accept-Encoding: " + encoding;
        foreach (var contender in contenders)
        {
            await Wrk.Load(contender, connections, warmUp ? WarmUp : TimeSpan.FromSeconds(1), header, ct);
        }

        var rounds = contenders.Select(_ => new List<Result>()).ToArray();
        for (var i = 0; i < Rounds * contenders.Length; i++)
        {
            rounds[i % contenders.Length].Add(await Wrk.Load(contenders[i % contenders.Length], connections, Time, header, ct));
        }

        Result[] results = [.. rounds.Select(Median)];
        Console.WriteLine(Invariant($"{what}, {encoding}, {connections} connections"));
        Array.ForEach(results, r => Console.WriteLine("  " + r.Beside(results[0])));
        return results;
    }

    private static Result Median(List<Result> rounds) =>
        new(
            rounds[0].Name,
            Median(rounds, r => r.Rate),
            Median(rounds, r => r.P50),
            Median(rounds, r => r.P99),
            Median(rounds, r => r.Work));

    private static double Median(List<Result> rounds, Func<Result, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
