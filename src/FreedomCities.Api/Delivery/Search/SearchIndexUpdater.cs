using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Delivery.Search.Engine;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Keeps the index as the database is; while that is away, as it was.</summary>
internal sealed class SearchIndexUpdater(SearchQueries queries, ContentChanges changes, ILogger<SearchIndexUpdater> log) : BackgroundService
{
    private const int LargeCount = 10_000;

    private readonly ContentSubscription _changes = changes.Subscribe();
    private volatile SearchIndex? _index;

    /// <summary>Null: the content has not been loaded yet.</summary>
    public SearchIndex? Index => _index;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            var change = ContentChange.Everything;
            try
            {
                change = await _changes.WaitForChange(stoppingToken);
                _index = await With(change, stoppingToken);
                failures = 0;
            }
            catch (Exception e)
            {
                // Readers are served from what is there.
                _changes.Publish(change);
                await Backoff.Pause(log, "The update of the search index failed", e, failures++, stoppingToken);
            }
        }
    }

    private async Task<SearchIndex> With(ContentChange change, CancellationToken ct)
    {
        if (_index is { } index && change.Ids is not null)
        {
            var (ids, now) = await queries.ReadChanged(change.Ids, ct);
            if (index.With(ids, now) is { } next)
            {
                return next;
            }
        }

        var all = await queries.All(ct);
        if (all.Count > LargeCount)
        {
            // What was needed to make it is several times as large, and isn't needed again for long.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        return new SearchIndex(all);
    }
}
