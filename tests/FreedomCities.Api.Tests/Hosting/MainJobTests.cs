using System.Diagnostics;
using System.Net;
using System.Text.Json;
using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Tests.Hosting;

/// <summary>
/// Where the service is hosted, it does its main job: reads, search, feed and snapshot, a publication that shows in time, and an end when
/// it is told to.
/// </summary>
public sealed class MainJobTests(TestCluster cluster)
{
    private const string App = "ConnectionStrings__FreedomCities";
    private const string Listen = "ConnectionStrings__FreedomCitiesListen";
    private const string Slug = "how-do-i-get-more-information";
    private const string Entry = "v1/faqs/" + Slug;

    // As a managed server has it: these can't be granted there.
    private const string RevokeSql = """
        revoke execute on function
          pg_current_wal_insert_lsn(), pg_current_wal_flush_lsn(), pg_current_wal_lsn(), pg_control_system(), pg_control_checkpoint(), pg_control_recovery()
        from public
        """;

    // A second, and two when it has to ask for changes, on a machine that has other work to do.
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task BehindPgBouncerInTransactionMode()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        await using var pooler = await PgBouncer.Start(cluster);
        await using var pooled = pooler.Through(server);

        var log = await DoesItsMainJob(pooled, Asked, "no notification received", (App, pooled.App));

        Assert.Contains("no notification received", log, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task BehindPgBouncerWithAConnectionOfItsOwnForChanges()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        await using var pooler = await PgBouncer.Start(cluster);
        await using var pooled = pooler.Through(server);

        var log = await DoesItsMainJob(pooled, Told, (App, pooled.App), (Listen, server.App));

        Assert.DoesNotContain("no notification received", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheFunctionsThatAManagedServerRefuses()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);
        await cluster.Superuser(new Npgsql.NpgsqlConnectionStringBuilder(server.App).Database!, RevokeSql);

        await DoesItsMainJob(server, Told, (App, server.App));
    }

    [Fact]
    public async Task BelowAPath()
    {
        await using var server = await cluster.Clone(TestCluster.Seeded);

        await DoesItsMainJob(server, Told, (App, server.App), ("PublicUrl", "https://example.org/faq"));
    }

    private static Task<string> DoesItsMainJob(DatabaseServer writer, TimeSpan late, params (string Name, string Value)[] settings) =>
        DoesItsMainJob(writer, late, logged: "", settings);

    /// <param name="logged">To be in the log before it stops: the listener may take longer than the main job.</param>
    /// <returns>What it has written to its log.</returns>
    private static async Task<string> DoesItsMainJob(
        DatabaseServer writer, TimeSpan late, string logged, params (string Name, string Value)[] settings)
    {
        await using var program = ProgramProcess.Serve(null, settings);
        using var http = await program.Http();
        var path = settings.Where(s => s.Name == "PublicUrl").Select(s => new Uri(s.Value).AbsolutePath + "/").SingleOrDefault("/");
        http.BaseAddress = new Uri(http.BaseAddress!, path);
        await Eventually.Is(async () => (await http.GetAsync("health/ready")).IsSuccessStatusCode, "ready");

        await Task.WhenAll(Enumerable.Range(1, 60)
            .Select(i => http.GetStringAsync(i % 2 == 0 ? $"v1/faqs?limit={i}" : $"v1/resources?limit={i}")));
        await http.GetStringAsync(Entry);
        Assert.StartsWith(
            path + "v1/faqs?",
            JsonElement.Parse(await http.GetStringAsync("v1/faqs?limit=1")).Text("next"),
            StringComparison.Ordinal);
        Assert.Contains(Slug, await http.GetStringAsync("v1/search?q=more+information"), StringComparison.Ordinal);
        Assert.Contains("\"end\"", (await http.GetStringAsync("v1/snapshot")).TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        var feed = JsonElement.Parse(await http.GetStringAsync("v1/changes?limit=1000&wait=30")); // others of the cluster may hold it back
        Assert.NotEmpty(feed.GetProperty("items").EnumerateArray());

        await using var database = writer.Connect();
        var lifecycle = new Lifecycle(database, TimeProvider.System);
        await lifecycle.Withdraw(new RecordName(Slug, "faq"), language: null, "law-changed", replacedBy: null, CancellationToken.None);
        await Shows(http, HttpStatusCode.Gone, late);
        await Eventually.Is(
            async () => (await http.GetStringAsync("v1/changes?limit=1000&wait=30&since="
                + feed.Text("cursor"))).Contains("\"delete\"", StringComparison.Ordinal),
            "the feed tells of it"); // and of what another test's transaction held back
        await lifecycle.Publish(new RecordName(Slug, "faq"), language: null, CancellationToken.None);
        await Shows(http, HttpStatusCode.OK, late);

        await Eventually.Is(() => program.Output.Contains(logged, StringComparison.Ordinal), $"the log has \"{logged}\"");
        await program.Stop();
        return program.Output;
    }

    private static async Task Shows(HttpClient http, HttpStatusCode status, TimeSpan late)
    {
        var clock = Stopwatch.StartNew();
        await Eventually.Is(async () => (await http.GetAsync(Entry)).StatusCode == status, $"{status}");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, late);
    }
}
