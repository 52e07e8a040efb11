using System.Diagnostics;
using System.Net;

namespace FreedomCities.Api.Tests.Chaos;

/// <summary>
/// An instance without a listener still shows changes: 5 s after the loss it revalidates each cached response.
/// </summary>
public sealed class LostListenerTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Slug = "how-do-i-get-more-information";

    // The 5 s that are promised, on a machine that has other work to do. What is kept is read anew after 60 s in any case.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Relay _relay = new(cluster);
    private RelayedService? _service;

    public async ValueTask InitializeAsync()
    {
        await (_service = new RelayedService(cluster, _relay)).InitializeAsync();
        using var kept = await _service.Get("/v1/faqs/" + Slug);
    }

    public async ValueTask DisposeAsync()
    {
        _relay.Hangs = _ => false;
        await _service!.DisposeAsync();
        _relay.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, Explicit = true)]
    public async Task HalfOpenListener_AChangeShowsInTime(bool canListenAgain)
    {
        var there = _relay.Connections;
        _relay.Hangs = c => c.Listens && (c.Number <= there || !canListenAgain);

        await WithdrawalShows();
    }

    [Fact(Explicit = true)]
    public async Task KilledListener_AChangeBeforeItListensAgainShowsInTime()
    {
        _relay.Hangs = c => c.Listens;
        await cluster.Superuser(
            "postgres",
            $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{_service!.DatabaseName}' and query = "
                + $"'listen content'");
        await _service.Withdraw(Slug);
        _relay.Hangs = _ => false;

        await Shows(HttpStatusCode.Gone);
        await _service.Publish(Slug);
        await Shows(HttpStatusCode.OK);
    }

    private async Task WithdrawalShows()
    {
        await _service!.Withdraw(Slug);
        await Shows(HttpStatusCode.Gone);
    }

    private async Task Shows(HttpStatusCode status)
    {
        var clock = Stopwatch.StartNew();
        await Eventually.Is(async () => (await _service!.Send(HttpMethod.Get, "/v1/faqs/" + Slug)).StatusCode == status, $"{status}");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Longest);
    }
}
