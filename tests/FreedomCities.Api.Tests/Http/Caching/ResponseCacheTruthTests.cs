using System.Diagnostics;
using System.Net;

namespace FreedomCities.Api.Tests.Http.Caching;

/// <summary>Changes replace cached responses. While no database answers, cached responses are served.</summary>
public sealed class ResponseCacheTruthTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Path = "/v1/faqs/how-do-i-get-more-information";

    private readonly CachingService _service = new(cluster);

    public ValueTask InitializeAsync() => _service.InitializeAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Withdrawal_ShowsWithinASecondAndTheWayBackToo()
    {
        using var before = await _service.Get(Path);
        await _service.Withdraw("how-do-i-get-more-information");
        await Answers(Path, HttpStatusCode.Gone);

        await _service.Publish("how-do-i-get-more-information");
        await Answers(Path, HttpStatusCode.OK);
    }

    [Fact]
    public async Task ChangeWithoutAListener_ShowsWhenTheDatabaseIsBack()
    {
        using var before = await _service.Get(Path);
        await using var connection = await _service.Database.OpenConnectionAsync();
        await cluster.Superuser("postgres", $"alter database {_service.DatabaseName} allow_connections false");
        await cluster.Superuser(
            "postgres",
            $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{_service.DatabaseName}' and query = "
                + $"'listen content'");
        await cluster.Superuser("postgres", $"alter database {_service.DatabaseName} allow_connections true");
        await _service.Withdraw("how-do-i-get-more-information");

        await Answers(Path, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task DatabaseAway_ServesStaleResponsesWithAge()
    {
        using var before = await _service.Get(Path);
        await _service.Away(true);

        var stale = await Until(Path, r => Service.Header(r, "Age") is not null);
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        Assert.Equal(Service.Header(before, "ETag"), Service.Header(stale, "ETag"));
        await _service.Problem("/v1/faqs?limit=3", HttpStatusCode.ServiceUnavailable, "service-unavailable");

        await _service.Away(false);
        await Until(Path, r => r.IsSuccessStatusCode && Service.Header(r, "Age") is null);
        await Answers("/v1/faqs?limit=3", HttpStatusCode.OK);
    }

    [Fact]
    public async Task ExpiredResponses_AreNotServed()
    {
        await using var impatient = new Impatient(cluster);
        await impatient.InitializeAsync();
        using var before = await impatient.Get("/v1/topics");
        await cluster.Superuser("postgres", $"alter database {impatient.DatabaseName} allow_connections false");
        await cluster.Superuser(
            "postgres",
            $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{impatient.DatabaseName}'");

        await Eventually.Is(
            async () => (await impatient.Send(HttpMethod.Get, "/v1/topics")).StatusCode == HttpStatusCode.ServiceUnavailable,
            "the cached response is too old");
    }

    [Fact]
    public async Task ManyWhoAskForTheSameAtOnce_CostOneReading()
    {
        using var warm = await _service.Get("/v1/topics?limit=1"); // loads the key of cursors

        var statements = await SqlStatements.Count(_service, () => Task.WhenAll(Enumerable.Range(0, 500).Select(async i =>
        {
            using var response = await _service.Get(
                "/v1/faqs?limit=17",
                HttpStatusCode.OK,
                ("Accept-Encoding", i % 2 == 0 ? "br" : "identity"));
        })));

        Assert.Equal(1, statements);
    }

    [Fact]
    public async Task WhoWasToldOfAChange_GetsWhatIsCurrent()
    {
        var cursor = await _service.Cursor();
        foreach (var status in Enumerable.Repeat<HttpStatusCode[]>([HttpStatusCode.Gone, HttpStatusCode.OK], 10).SelectMany(s => s))
        {
            using var cached = await _service.Send(HttpMethod.Get, Path);
            var change = _service.Json($"/v1/changes?wait=30&since={cursor}");
            await (status == HttpStatusCode.OK
                ? _service.Publish("how-do-i-get-more-information")
                : _service.Withdraw("how-do-i-get-more-information"));
            cursor = (await change).Text("cursor");

            using var told = await _service.Get(Path, status, ("Cache-Control", "no-cache"));
        }
    }

    [Fact]
    public async Task ManyChangesAtOnce_CostFewReadings()
    {
        using var cached = await _service.Get("/v1/topics");
        var clock = Stopwatch.StartNew();

        var readings = await SqlStatements.Count(_service, async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await cluster.Superuser(_service.DatabaseName, "notify content");
                using var answer = await _service.Get("/v1/topics");
            }
        }, holding: "faq_count");

        Assert.InRange(readings, 0, 2 + clock.Elapsed.TotalMilliseconds / 250);
    }

    private Task<HttpResponseMessage> Answers(string path, HttpStatusCode status) => Until(path, r => r.StatusCode == status);

    private async Task<HttpResponseMessage> Until(string path, Func<HttpResponseMessage, bool> isSo)
    {
        HttpResponseMessage? response = null;
        await Eventually.Is(
            async () => isSo(response = await _service.Send(HttpMethod.Get, path)),
            () => $"{path}: {response?.StatusCode}");
        return response!;
    }

    private sealed class Impatient(TestCluster cluster) : Service(cluster)
    {
        protected override string Template => TestCluster.Seeded;

        private protected override string[] Settings => ["--StaleIfErrorSeconds=1"];
    }
}
