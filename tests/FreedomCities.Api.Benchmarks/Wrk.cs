using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>wrk, the load generator.</summary>
internal static partial class Wrk
{
    /// <param name="header">One that every request has.</param>
    public static async Task<Result> Load(Contender contender, int connections, TimeSpan time, string header, CancellationToken ct)
    {
        var url = new Uri(contender.Server.Address, contender.Path);
        string[] arguments =
        [
            "-t1", Invariant($"-c{connections}"), Invariant($"-d{time.TotalSeconds}s"), "--latency", "--timeout", "30s", "-H", header,
            url.ToString(),
        ];
        var before = await contender.Server.Work(ct);
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var report = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (report.Contains("Non-2xx", StringComparison.Ordinal) || report.Contains(
            "Socket errors",
            StringComparison.Ordinal) || process.ExitCode != 0)
        {
            throw new ConfigurationException($"{url} wasn't answered well:\n{report}");
        }

        var requests = double.Parse(Requests().Match(report).Groups["requests"].ValueSpan, CultureInfo.InvariantCulture);
        var rate = double.Parse(Rates().Match(report).Groups["rate"].ValueSpan, CultureInfo.InvariantCulture);
        return new Result(
            contender.Name,
            rate,
            Latency(report, "50%"),
            Latency(report, "99%"),
            (await contender.Server.Work(ct) - before).TotalMicroseconds / requests);
    }

    private static double Latency(string report, string percentile)
    {
        var match = Latencies().Matches(report).Single(m => m.Groups["percentile"].Value == percentile);
        var value = double.Parse(match.Groups["value"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch { "us" => value / 1000, "ms" => value, _ => value * 1000 };
    }

    [GeneratedRegex(@"(?<requests>\d+) requests in", RegexOptions.ExplicitCapture)]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Rates();

    [GeneratedRegex(@"^\s+(?<percentile>\d+%)\s+(?<value>[\d.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Latencies();
}
