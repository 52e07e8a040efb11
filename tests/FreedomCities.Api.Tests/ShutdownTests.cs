using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests;

/// <summary>How the program begins without a database, and ends when it is told to.</summary>
public sealed class ShutdownTests(TestCluster cluster)
{
    private const string App = "ConnectionStrings__FreedomCities";

    [Fact]
    public async Task Told_IsNotReadyButAnswersForTheGracePeriodAndEndsWell()
    {
        await using var server = await cluster.Clone("seeded");
        await using var program = ProgramProcess.Serve(null, (App, server.App), ("GraceSeconds", "3"));
        using var http = await program.Http();
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");
        var clock = Stopwatch.StartNew();

        program.Signal("TERM");
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable, "not ready");
        using var read = await http.GetAsync("/v1/faqs");
        using var waits = await http.GetAsync("/v1/changes?wait=30&since=" + await Cursor(http)); // ends when the service does, with an answer

        Assert.Equal((HttpStatusCode.OK, true), (read.StatusCode, read.Headers.ConnectionClose));
        Assert.Equal(HttpStatusCode.OK, waits.StatusCode);
        await program.Ends(0);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task ToldUnderLoad_LosesNoRequestOfClientsThatReconnect()
    {
        await using var server = await cluster.Clone("seeded");
        await using var ends = ProgramProcess.Serve(null, (App, server.App), ("GraceSeconds", "2"), ("RateLimits__Reads__Requests", Load.Flood));
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

    [Fact]
    public async Task DatabaseThatComesLate_IsServedWithinTwoSeconds()
    {
        await using var server = await cluster.Clone("seeded");
        var folder = Directory.CreateTempSubdirectory("fc-late-");
        var database = new Npgsql.NpgsqlConnectionStringBuilder(server.App);
        var socket = database.Host + "/.s.PGSQL.5432";
        await using var program = ProgramProcess.Serve(null, (App, new Npgsql.NpgsqlConnectionStringBuilder(server.App) { Host = folder.FullName }.ConnectionString));
        using var http = await program.Http();

        foreach (var path in new[] { "/health/ready", "/v1/faqs", "/v1/search?q=a", "/v1/snapshot" })
        {
            using var answer = await http.GetAsync(path);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer.StatusCode, Service.Header(answer, "Retry-After")));
        }

        using var live = await http.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        await Task.Delay(TimeSpan.FromSeconds(5)); // until it asks as seldom as it ever does
        File.CreateSymbolicLink(folder.FullName + "/.s.PGSQL.5432", socket);
        var clock = Stopwatch.StartNew();
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(5, (await program.Questions()).Length);
        await program.Stop();
        folder.Delete(recursive: true);
    }

    private static async Task<string> Cursor(HttpClient http) =>
        JsonElement.Parse(await http.GetStringAsync("/v1/changes?limit=1000")).GetProperty("cursor").GetString()!;
}
