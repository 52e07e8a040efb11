using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using FreedomCities.Api.Database;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What wrk measured: requests a second, milliseconds.</summary>
internal sealed partial record Wrk(double Rate, double P50, double P99)
{
    /// <param name="header">One that every request has.</param>
    public static async Task<Wrk> Load(Uri url, int connections, TimeSpan time, string header, CancellationToken ct)
    {
        string[] arguments = ["-t1", Invariant($"-c{connections}"), Invariant($"-d{time.TotalSeconds}s"), "--latency", "-H", header, url.ToString()];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var report = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return report.Contains("Non-2xx", StringComparison.Ordinal) || report.Contains("Socket errors", StringComparison.Ordinal) || process.ExitCode != 0
            ? throw new SetupException($"{url} wasn't answered well:\n{report}")
            : new Wrk(double.Parse(Rates().Match(report).Groups["rate"].ValueSpan, CultureInfo.InvariantCulture), Latency(report, "50%"), Latency(report, "99%"));
    }

    /// <summary>The one in the middle by its rate.</summary>
    public static Wrk Median(IEnumerable<Wrk> rounds) => rounds.OrderBy(r => r.Rate).ToArray() is var sorted ? sorted[sorted.Length / 2] : null!;

    public override string ToString() => Invariant($"{Rate,9:0} req/s, p50 {P50,6:0.00} ms, p99 {P99,6:0.00} ms");

    private static double Latency(string report, string percentile)
    {
        var match = Latencies().Matches(report).Single(m => m.Groups["percentile"].Value == percentile);
        var value = double.Parse(match.Groups["value"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch { "us" => value / 1000, "ms" => value, _ => value * 1000 };
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Rates();

    [GeneratedRegex(@"^\s+(?<percentile>\d+%)\s+(?<value>[\d.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Latencies();
}
