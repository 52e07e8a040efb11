using System.Diagnostics;
using System.Globalization;

namespace FreedomCities.Api.Tests.Chaos;

/// <summary>
/// Measured, and therefore run by `./dev chaos` alone: what is left of the service when twice as much is asked as it can answer.
/// </summary>
[Collection<ProcessTests>]
public sealed class OverloadedTests(PreparedFolder prepared, ITestOutputHelper output)
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    [Fact(Explicit = true)]
    public async Task TwiceThePeak_KeepsFourFifthsOfItAndAnswersWithinASecond()
    {
        await using var folder = await prepared.Copy();
        // no cache: reading is what is overloaded;
        await using var service = ProgramProcess.Serve(
            folder.Path,
            ("DeadlineSeconds", "2"),
            ("ResponseCacheMegabytes", "0"),
            ("RateLimits__Reads__Requests", Load.Flood),
            ("RateLimits__OpenRequests", Load.Flood));
        using var http = await service.Http();
        await Peak(http, _ => Entry); // warm
        var peak = await Peak(http, _ => Entry);

        var over = new Load(_ => Entry, http);
        await over.AtRate(2 * peak, Time);
        var accepted = over.Answers.Where(a => a.Status == 200).Select(a => a.Took).Order().ToArray();
        var goodput = accepted.Length / Time.TotalSeconds;
        var slow = accepted[accepted.Length * 99 / 100];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Peak {peak:0}/s. At twice as much: {goodput:0}/s "
                + $"({goodput / peak:0.00}), p99 {slow.TotalMilliseconds:0} ms, {over.Answers.Count - accepted.Length} of {over.Answers.Count} refused."));

        Assert.DoesNotContain(over.Answers, a => a.Status is not (200 or 503));
        Assert.InRange(goodput / peak, 0.8, 2.1);
        Assert.InRange(slow, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    /// <summary>Each query is new, so the model reads it or, when it is busy, words alone answer.</summary>
    [Fact(Explicit = true)]
    public async Task TwiceThePeakOfSearches_LeavesMostOfItAndOtherReadsAsTheyWere()
    {
        await using var folder = await prepared.Copy();
        await using var service = ProgramProcess.Serve(
            folder.Path,
            ("RateLimits__Reads__Requests", Load.Flood),
            ("RateLimits__Search__Requests", Load.Flood),
            ("RateLimits__OpenRequests", Load.Flood));
        using var other = await service.Http();
        // The service closes more than 2,500 connections of one network, and all are one here.
        using var connections = new SocketsHttpHandler { MaxConnectionsPerServer = 1_000 };
        using var http = new HttpClient(connections) { BaseAddress = other.BaseAddress };
        await Peak(http, n => Query("a", n)); // warm
        var beside = new Load(_ => Entry, other);
        var peak = 0.0;
        await beside.During(1, async () => peak = await Peak(http, n => Query("b", n)));

        var over = new Load(n => Query("c", n), http);
        var besideOver = new Load(_ => Entry, other);
        var clock = Stopwatch.StartNew();
        await besideOver.During(1, () => over.AtRate(2 * peak, Time));
        var goodput = over.Answers.Count(a => a.Status == 200) / clock.Elapsed.TotalSeconds;
        var (before, now) = (Median(beside), Median(besideOver));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Peak {peak:0} searches/s. At twice as much: {goodput:0}/s ({goodput / peak:0.00}) in {clock.Elapsed.TotalSeconds:0} s. "
                + $"An entry takes {before.TotalMilliseconds:0.0} ms beside the peak, {now.TotalMilliseconds:0.0} ms beside twice as much."));

        Assert.DoesNotContain(over.Answers, a => a.Status is not (200 or 503));
        Assert.All(besideOver.Answers, a => Assert.Equal(200, a.Status));
        // The clients run on the same processors. To ask twice as much takes them a sixth of both.
        Assert.InRange(goodput / peak, 0.8 * 5 / 6, 2.1);
        Assert.InRange(now / before, 0, 2);
    }

    private static string Entry => "/v1/faqs/how-do-i-get-more-information";

    private static string Query(string phase, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"/v1/search?lang=en&q=may+the+police+of+town+{phase}{n}+ask+me");

    private static TimeSpan Median(Load load) => load.Answers.Select(a => a.Took).Order().ElementAt(load.Answers.Count / 2);

    private static async Task<double> Peak(HttpClient http, Func<int, string> path)
    {
        var load = new Load(path, http);
        await load.During(32, () => Task.Delay(Time), isPaced: false);
        return load.Answers.Count(a => a.Status == 200) / Time.TotalSeconds;
    }
}
