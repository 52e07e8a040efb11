using System.Diagnostics;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>Milliseconds of many calls.</summary>
internal sealed record Timing(double Median, double P95, double P99)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Calls in turn, so that whatever else the machine does strikes all of them alike: first to warm up, then to measure.
    /// </summary>
    public static async Task<Timing[]> Measure(int times, params Func<int, Task>[] calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(start) < WarmUp * calls.Length; i++)
        {
            await calls[i % calls.Length](i);
        }

        var taken = calls.Select(_ => new List<TimeSpan>()).ToArray();
        for (var i = 0; i < times * calls.Length; i++)
        {
            start = Stopwatch.GetTimestamp();
            await calls[i % calls.Length](i);
            taken[i % calls.Length].Add(Stopwatch.GetElapsedTime(start));
        }

        return [.. taken.Select(Measure)];
    }

    public static Timing Measure(IEnumerable<TimeSpan> taken)
    {
        double[] sorted = [.. taken.Select(t => t.TotalMilliseconds).Order()];
        return new Timing(sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100], sorted[sorted.Length * 99 / 100]);
    }

    public override string ToString() => Invariant($"median {Median:0.000} ms, p95 {P95:0.000} ms, p99 {P99:0.000} ms");
}
