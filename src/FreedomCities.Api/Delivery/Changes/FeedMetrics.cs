using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Telemetry.Metrics;
using Npgsql;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Exports the outage of the listener and the lag of the feed.</summary>
internal sealed class FeedMetrics(ChangeQueries changes, ContentChanges content, ServiceMetrics metrics) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private double? _lag;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.Watch(
            "freedomcities.listener.outage", "s", "Time since the listener last worked, in which changes may be missed. 0: it works.",
            () => content.ListenerDownFor / 1000.0);
        metrics.Watch(
            "freedomcities.feed.lag", "s", "Age of the oldest change that an open transaction holds back. 0: none.", () => _lag);
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                _lag = await changes.Lag(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                _lag = null;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
