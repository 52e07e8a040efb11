using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Delivery.Search.Engine;

namespace FreedomCities.Api.Delivery.Search.Indexing;

/// <summary>Updates the index after each change of the content. While the database is away, the last index remains.</summary>
internal sealed class SearchIndexUpdater(SearchQueries queries, ContentChanges changes, ILogger<SearchIndexUpdater> log) : BackgroundService
{
    // After the rebuild of an index this large, its temporary memory is worth collecting.
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
                _index = await Update(change, stoppingToken);
                failures = 0;
            }
            catch (Exception e)
            {
                // The last index remains in use, and the change is tried again.
                _changes.Publish(change);
                await Backoff.Pause(log, "The update of the search index failed", e, failures++, stoppingToken);
            }
        }
    }

    private async Task<SearchIndex> Update(ContentChange change, CancellationToken ct)
    {
        if (_index is { } index && change.Ids is not null)
        {
            if (index.Update(change.Ids, await queries.ReadChanged(change.Ids, ct)) is { } updated)
            {
                return updated;
            }
        }

        var all = await queries.ReadAll(ct);
        if (all.Count > LargeCount)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        return new SearchIndex(all);
    }
}
