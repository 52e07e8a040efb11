using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Notifications;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Starts the feed of a new epoch, and removes changes older than ChangeRetentionDays every hour.</summary>
internal sealed class ChangeRetention(
    ChangeQueries changes, ContentChanges content, ServiceSettings settings, TimeProvider clock,
    ILogger<ChangeRetention> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly ContentSubscription _content = content.Subscribe();
    private readonly int _days = settings.ChangeRetentionDays;
    private DateTimeOffset _due;

    /// <summary>Whether the feed contains every published text.</summary>
    public bool HasBegun { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await BeginEpochWhenNew(await _content.WaitForChange(stoppingToken), stoppingToken);
                failures = 0;
            }
            catch (Exception e)
            {
                _content.Publish(ContentChange.Everything);
                await Backoff.Pause(log, "Maintenance of the change feed failed", e, failures++, stoppingToken);
            }
        }
    }

    private async Task BeginEpochWhenNew(ContentChange change, CancellationToken ct)
    {
        // After a restore the listener reconnects and reports "everything changed".
        if (change.Ids is null)
        {
            await changes.BeginEpoch(ct);
        }

        if (clock.GetUtcNow() >= _due)
        {
            await changes.Remove(_days, ct);
            _due = clock.GetUtcNow() + Interval;
        }

        HasBegun = true;
    }
}
