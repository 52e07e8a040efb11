using System.Diagnostics;
using System.Net;
using Dapper;
using Npgsql;

namespace FreedomCities.Api.Tests.Http.Limits;

/// <summary>What needs no database waits for none, when every connection is taken.</summary>
[Collection<Timed>]
public sealed class ExhaustedPoolTests(TestCluster cluster) : Service(cluster)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5); // more than twice the deadline, less than any time-out of Npgsql's

    protected override string Template => TestCluster.Seeded;

    // No cache: one render would serve all who wait.
    private protected override string[] Settings => ["--DatabaseConnections=2", "--DeadlineSeconds=2", "--ResponseCacheMegabytes=0"];

    [Fact]
    public async Task PoolThatIsExhausted_RefusesBadRequestsAtOnceAndOthersInTime()
    {
        await Answers("/v1/faqs"); // loads the key of cursors
        await using var connection = new NpgsqlConnection(Server.Owner);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("lock table served, change in access exclusive mode");
        var stuck = Enumerable.Range(0, 6).Select(_ => RequestTimeoutTests.IsUnavailable(this, "/v1/topics", Late)).ToArray();
        await Eventually.Is(async () => await Waiting() == 2, "the pool is exhausted");
        var clock = Stopwatch.StartNew();

        foreach (var path in new[]
        {
            "/v1/faqs?limit=0",
            "/v1/faqs?nothing=1",
            "/v1/faqs?cursor=x",
            "/v1/contacts/locate",
            "/v1/changes?since=x",
            "/v1/search",
        })
        {
            using var refused = await Get(path, HttpStatusCode.BadRequest);
        }

        using var body = await Post("/v1/freshness", "{}");
        Assert.Equal(HttpStatusCode.BadRequest, body.StatusCode);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.All(stuck, s => Assert.False(s.IsCompleted));
        await Task.WhenAll(stuck);
    }

    private async Task<int> Waiting()
    {
        await using var connection = new NpgsqlConnection(Cluster.Postgres.SuperuserConnectionString);
        return await connection.ExecuteScalarAsync<int>(
            "select count(*) from pg_stat_activity where datname = @DatabaseName and wait_event_type = 'Lock'",
            new { DatabaseName });
    }
}
