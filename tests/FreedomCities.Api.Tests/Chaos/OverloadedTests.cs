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
        await Peak(http); // warm
        var peak = await Peak(http);

        var over = new Load(_ => Asked, http);
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

    private static string Asked => "/v1/faqs/how-do-i-get-more-information";

    private static async Task<double> Peak(HttpClient http)
    {
        var load = new Load(_ => Asked, http);
        await load.During(32, () => Task.Delay(Time), isPaced: false);
        return load.Answers.Count(a => a.Status == 200) / Time.TotalSeconds;
    }
}
