using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Commands;

/// <summary>How the program ends when it is told to.</summary>
public sealed class ShutdownTests(TestCluster cluster)
{
    private const string App = "ConnectionStrings__FreedomCities";

    [Fact]
    public async Task Told_IsNotReadyButAnswersForTheGracePeriodAndEndsWell()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        await using var program = ProgramProcess.Serve(null, (App, server.App), ("GraceSeconds", "6"));
        using var http = await program.Http();
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");
        var clock = Stopwatch.StartNew();

        program.Signal("TERM");
        await Eventually.Is(
            async () => (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable,
            "not ready");
        using var read = await http.GetAsync("/v1/faqs");
        // ends when the service does, with an answer
        using var waits = await http.GetAsync("/v1/changes?wait=30&since=" + await Cursor(http));

        Assert.Equal((HttpStatusCode.OK, true), (read.StatusCode, read.Headers.ConnectionClose));
        Assert.Equal(HttpStatusCode.OK, waits.StatusCode);
        await program.Ends(0);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(5.9), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task ToldUnderLoad_LosesNoRequestOfClientsThatReconnect()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        await using var ends = ProgramProcess.Serve(
            null,
            (App, server.App),
            ("GraceSeconds", "2"),
            ("RateLimits__Reads__Requests", Load.Flood));
        await using var stays = ProgramProcess.Serve(null, (App, server.App), ("RateLimits__Reads__Requests", Load.Flood));
        using var first = await ends.Http();
        using var second = await stays.Http();
        var load = new Load(n => n % 2 == 0 ? "/v1/faqs" : $"/v1/faqs/nothing-{n}", first, second);

        await load.During(16, async () =>
        {
            await load.More(100, a => a.Status is 200 or 404, "answers");
            await ends.Stop();
            await load.More(100, a => a.Status is 200 or 404, "answers of the other instance");
        });

        Assert.DoesNotContain(load.Answers, a => a.Status is not (200 or 404));
        await stays.Stop();
    }

    private static async Task<string> Cursor(HttpClient http) =>
        JsonElement.Parse(await http.GetStringAsync("/v1/changes?limit=1000")).GetProperty("cursor").GetString()!;
}
