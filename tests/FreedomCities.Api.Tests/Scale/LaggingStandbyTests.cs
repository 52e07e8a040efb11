using System.Net;

namespace FreedomCities.Api.Tests.Scale;

/// <summary>The standby has not replayed what was published: readers see no older state.</summary>
[Collection<ScaleTests>]
public sealed class LaggingStandbyTests(PreparedTopology prepared)
{
    private const string Entry = $"/v1/faqs/{Topology.Slug}";
    private const string List = "/v1/faqs";

    private const string RevokeSql = """
        revoke execute on function pg_current_wal_insert_lsn(), pg_current_wal_flush_lsn(), pg_control_system(), pg_control_checkpoint() from public;
        notify content;
        """;

    private const string ReadsSql = """
        select count(*) from pg_stat_activity where application_name = 'FreedomCities.Api' and query like '%feed_epoch%' and query_start >= @since
        """;

    // false: as on managed servers, which hide their replay position.
    [Theory(Explicit = true)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Publication_ShowsFromThePrimaryAndReadsReturnToTheStandby(bool tells)
    {
        await using var topology = await Topology.Start(prepared);
        if (!tells)
        {
            await topology.Sql<object>("primary", RevokeSql);
        }

        var old = await Task.WhenAll(Topology.Instances.Select(i => topology.ETag(i, List)));
        await Pause(topology);

        await topology.Withdraw();
        await topology.Answer(Entry, HttpStatusCode.Gone);
        await Eventually.Is(() => Topology.Each(async i => await topology.ETag(i, List) != old[0]), "the list is new");
        await using (var readers = new Readers(4, [.. Topology.Instances.Select(i => topology.Address(i, "/v1/changes"))]))
        {
            var since = await topology.Sql<DateTime>("primary", "select clock_timestamp()");
            for (var i = 0; i < 100; i++)
            {
                using var answer = await topology.Get(Topology.Instances[i % 2], Entry);
                Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
                Assert.DoesNotContain(await topology.ETag(Topology.Instances[i % 2], List), old);
            }

            Assert.Equal(0, await topology.Sql<int>("standby", ReadsSql, new { since }));
            await Eventually.Is(async () => await topology.Sql<int>("primary", ReadsSql, new { since }) > 0, "reads go to the primary");

            await topology.Sql<object>("standby", "select pg_wal_replay_resume()");
            await Eventually.Is(async () => await topology.Sql<int>("standby", ReadsSql, new { since }) > 0, "reads return to the standby");
            Assert.Empty(readers.Failures);
        }

        await topology.Answer(Entry, HttpStatusCode.Gone);
    }

    [Fact(Explicit = true)]
    public async Task Waiting_IsToldTheChangeThatTheStandbyLacks()
    {
        await using var topology = await Topology.Start(prepared);
        using var start = await topology.Get("api-1", "/v1/changes?limit=1000");
        var cursor = (await Service.ReadJson(start)).GetProperty("cursor").GetString();
        await Pause(topology);
        var waiting = topology.Get("api-1", $"/v1/changes?since={cursor}&wait=30");

        await topology.Withdraw();

        using var answer = await waiting;
        Assert.Contains("\"delete\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("paused", await topology.Sql<string>("standby", "select pg_get_wal_replay_pause_state()"));
    }

    [Fact(Explicit = true)]
    public async Task PrimaryKilledMeanwhile_CachedResponsesStayAndTheRestIsReadFromTheStandby()
    {
        await using var topology = await Topology.Start(prepared);
        var old = await topology.ETag("api-1", List);
        await Pause(topology);
        await topology.Withdraw();
        await Eventually.Is(async () => await topology.ETag("api-1", List) != old, "the list is new");
        var cached = await topology.ETag("api-1", List);
        await using var readers = new Readers(2, topology.Address("api-1", List), topology.Address("api-1", "/v1/changes"));

        await topology.Kill("primary");

        await Eventually.Is(async () => Same(cached, await topology.ETag("api-1", List)) && await IsStale(topology), "the cached response is stale");
        await readers.More(200);
        Assert.Equal(cached, await topology.ETag("api-1", List));
        using var uncached = await topology.Get("api-1", "/v1/resources?limit=3");
        Assert.Equal(HttpStatusCode.OK, uncached.StatusCode);
        Assert.Empty(readers.Failures);
    }

    private static bool Same(string expected, string actual)
    {
        Assert.Equal(expected, actual);
        return true;
    }

    private static async Task<bool> IsStale(Topology topology)
    {
        using var answer = await topology.Get("api-1", List);
        return Service.Header(answer, "Age") is not null;
    }

    private static async Task Pause(Topology topology)
    {
        await topology.Sql<object>("standby", "select pg_wal_replay_pause()");
        await Eventually.Is(
            async () => await topology.Sql<string>("standby", "select pg_get_wal_replay_pause_state()") == "paused",
            "replay is paused");
    }
}
