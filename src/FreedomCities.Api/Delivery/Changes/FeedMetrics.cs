using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Telemetry;
using Npgsql;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Measures how late changes are: for how long they may have gone unnoticed, and for how long the feed holds one back.</summary>
internal sealed class FeedMetrics(ChangeQueries changes, ContentChanges content, ServiceMetrics metrics) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private double? _lag;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.Watch(
            "freedomcities.listener.outage", "s", "For how long changes may have gone unnoticed; 0: the listener works.", () => content.ListenerDownFor / 1000.0);
        metrics.Watch(
            "freedomcities.feed.lag", "s", "Age of the oldest change that an open transaction holds back; 0: there is none.", () => _lag);
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
