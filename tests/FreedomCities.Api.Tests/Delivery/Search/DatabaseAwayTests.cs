using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>Search answers from memory: what becomes of the database is no matter, once it was read.</summary>
public sealed class DatabaseAwayTests(TestCluster cluster)
{
    private const string Listeners =
        "select count(*) from pg_stat_activity where datname = current_database() and query = 'listen content'";

    [Fact]
    public async Task ChangeWithoutAListener_IsFoundAfterwards()
    {
        await using var service = new Service(cluster);
        await service.InitializeAsync();
        await service.Given.Faq("before", question: "Is there a quarry?");
        await service.Finds("quarry", found => found is ["before"]);

        await AllowConnections(service, false);
        await Terminate(service, "query = 'listen content'");
        await service.Given.Faq("meanwhile", question: "Is there a jetty?"); // by the connection that stays open
        Assert.Empty(await service.Found("jetty"));
        await AllowConnections(service, true);

        await service.Finds("jetty", found => found is ["meanwhile"]);
        Assert.Equal(["before"], await service.Found("quarry"));
    }

    [Fact]
    public async Task DatabaseAway_IsSearchedFromMemoryUntilItIsBack()
    {
        await using var service = new SeededService(cluster);
        await service.InitializeAsync();
        var before = await service.Search("sanctuary city");

        await AllowConnections(service, false);
        await Terminate(service, "true");
        await Eventually.Is(
            async () => (await service.Send(HttpMethod.Get, "/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable,
            "it isn't ready");
        using var post = await service.Ask("""{"q":"sanctuary city"}""");
        var suggestions = await service.Slugs("/v1/search/suggestions?q=what");

        Assert.Equal(before.GetRawText(), (await service.Search("sanctuary city")).GetRawText());
        Assert.Equal(HttpStatusCode.OK, post.StatusCode);
        Assert.Single(suggestions);

        await AllowConnections(service, true);
        await service.Given.Faq("added", question: "Is there a quarry?");
        await service.Finds("quarry", found => found is ["added"]);
    }

    [Fact]
    public async Task DatabaseThatWasNeverThere_IsA503ThatSaysWhenToTryAgain()
    {
        await using var service = new StrandedService(cluster);
        await service.InitializeAsync();

        await IsNotReady(service);
    }

    [Fact]
    public async Task ContentThatCannotBeRead_IsWaitedFor()
    {
        await using var service = new UnreadableService(cluster);
        await service.InitializeAsync();
        await IsNotReady(service);
        var problem = await service.Problem("/health/ready", HttpStatusCode.ServiceUnavailable, "service-unavailable");

        Assert.Contains("have not been rendered", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await cluster.Superuser(service.DatabaseName, "grant select on served to freedomcities_app");
        await service.Answers("/health/ready");
        Assert.NotEmpty(await service.Found("sanctuary city"));
    }

    [Fact]
    public async Task Instance_ListensByOneConnection()
    {
        await using var service = new Service(cluster);
        await service.InitializeAsync();
        await using var command = service.Database.CreateCommand(Listeners);

        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    private static async Task IsNotReady(Service service)
    {
        using var post = await service.Ask("""{"q":"a"}""");
        using var get = await service.Get("/v1/search?q=a", HttpStatusCode.ServiceUnavailable);
        using var suggestions = await service.Get("/v1/search/suggestions?q=a", HttpStatusCode.ServiceUnavailable);

        foreach (var response in new[] { post, get, suggestions })
        {
            Assert.Equal("service-unavailable", (await Service.ReadJson(response)).GetProperty("code").GetString());
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (response.StatusCode, Service.Header(response, "Retry-After")));
        }
    }

    private Task AllowConnections(Service service, bool allowed) =>
        cluster.Superuser("postgres", $"alter database {service.DatabaseName} allow_connections {allowed}");

    private Task Terminate(Service service, string which) =>
        cluster.Superuser(
            "postgres",
            $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{service.DatabaseName}' and {which}");

    private sealed class UnreadableService(TestCluster cluster) : Service(cluster)
    {
        protected override string Template => TestCluster.Seeded;

        protected override bool GetsReady => false;

        protected override Task Fill() => Cluster.Superuser(DatabaseName, "revoke select on served from freedomcities_app");
    }
}
