using System.Diagnostics;
using System.Net;
using Dapper;
using FreedomCities.Api.Database.Reads;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FreedomCities.Api.Tests.Http.Limits;

/// <summary>Every request is answered in time, whatever the database does.</summary>
public sealed class RequestTimeoutTests(TestCluster cluster) : Service(cluster)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5); // more than twice the deadline, less than any time-out of Npgsql's

    protected override string Template => TestCluster.Located;

    // No cache: what it holds needs no database.
    private protected override string[] Settings => ["--DatabaseConnections=2", "--DeadlineSeconds=2", "--ResponseCacheMegabytes=0"];

    [Theory]
    [InlineData("/v1/faqs?limit=1")]
    [InlineData("/v1/faqs/how-do-i-get-more-information")]
    [InlineData("/v1/contacts/locate?state=NM")]
    [InlineData("/v1/changes")]
    [InlineData("/v1/snapshot")]
    public async Task StatementThatWaits_Is503AndLeavesItsConnection(string path)
    {
        await Answers("/v1/faqs", path);
        await using var connection = new NpgsqlConnection(Server.Owner);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("lock table served, change in access exclusive mode");

        await IsUnavailable(path);

        await transaction.RollbackAsync();
        await Answers(path);
    }

    [Fact]
    public async Task EveryStatementOfARequest_HasATimeOutInTheServer()
    {
        var reads = Services.GetRequiredService<ReadConnections>();

        Assert.Equal("2s", await reads.QueryFirst<string>("select current_setting('statement_timeout')", new { }, CancellationToken.None));
        Assert.Equal(
            "0",
            await Database.QueryFirst<string>("select current_setting('statement_timeout')", new { }, CancellationToken.None));
    }

    [Fact]
    public async Task WaitForAChange_HasItsTimeBesideTheDeadline()
    {
        var cursor = await this.Cursor();
        var clock = Stopwatch.StartNew();

        Assert.Empty((await Json($"/v1/changes?wait=3&since={cursor}")).GetProperty("items").EnumerateArray());

        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Probes_AskTheDatabaseOnceASecondByOneConnection()
    {
        var log = new FileInfo(Cluster.LogFile).Length;
        await Cluster.Superuser("postgres", $"alter database {DatabaseName} set log_statement = 'all'");
        await using var instance = new SecondInstance(this);
        await instance.InitializeAsync();

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => instance.Json("/health/ready")));

        var asked = Cluster.Logged(log, DatabaseName).Split("schema_migrations").Length - 1;
        Assert.InRange(asked, 1, 2 * (2 + (int)clock.Elapsed.TotalSeconds)); // both instances also ask by themselves
    }

    internal Task IsUnavailable(string path) => IsUnavailable(this, path, Late);

    internal static async Task IsUnavailable(Service service, string path, TimeSpan late)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await service.Get(path, HttpStatusCode.ServiceUnavailable);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, late);
        Assert.Equal(("5", "application/problem+json"), (Header(answer, "Retry-After"), answer.Content.Headers.ContentType?.MediaType));
    }
}

/// <summary>The same when the server hangs: what is sent to it is swallowed, and nothing comes back.</summary>
public sealed class HungDatabaseTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly Relay _relay = new(cluster);
    private RelayedService? _service;

    public async ValueTask InitializeAsync() =>
        await (_service = new RelayedService(
            cluster,
            _relay,
            "--DeadlineSeconds=2",
            "--ResponseCacheMegabytes=0"/* it needs no database */)).InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _relay.Hangs = _ => false;
        await _service!.DisposeAsync();
        _relay.Dispose();
    }

    [Fact]
    public async Task HungDatabase_EveryReadIs503InTimeUntilItAnswersAgain()
    {
        string[] paths =
        [
            "/v1/faqs",
            "/v1/faqs/how-do-i-get-more-information",
            "/v1/changes",
            "/v1/snapshot",
            "/v1/contacts/locate?state=NM",
            "/health/ready",
        ];
        await _service!.Answers(paths);

        _relay.Hangs = _ => true;
        // a client may have two of these
        var requests = Enumerable.Range(0, 10).SelectMany(i => paths[..^1].Where(p => p != "/v1/snapshot" || i < 2));
        var hung = requests.Select(p => RequestTimeoutTests.IsUnavailable(_service!, p, TimeSpan.FromSeconds(5))).ToArray();
        await Task.WhenAll(hung);
        using var live = await _service!.Get("/health/live");

        _relay.Hangs = _ => false;
        await _service.Answers(paths);
    }
}
