using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Notifications;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Begins the feed where a new epoch has none, and from time to time removes what is older than the setting ChangeRetentionDays.</summary>
internal sealed class ChangeRetention(ChangeQueries changes, ContentChanges content, ServiceSettings settings, TimeProvider clock, ILogger<ChangeRetention> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly ContentSubscription _content = content.Subscribe();
    private readonly int _days = settings.ChangeRetentionDays;
    private DateTimeOffset _due;

    /// <summary>Whether the feed has all that is published.</summary>
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
                await Backoff.Pause(log, "The feed of changes isn't looked after", e, failures++, stoppingToken);
            }
        }
    }

    private async Task BeginEpochWhenNew(ContentChange change, CancellationToken ct)
    {
        // A restore breaks the connection that listens; then anything may have changed.
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
