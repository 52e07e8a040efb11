using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Delivery.Search.Embeddings;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Queries;

namespace FreedomCities.Api.Delivery.Search.Indexing;

/// <summary>Updates the index after each change of the content. While the database is away, the last index remains.</summary>
internal sealed class SearchIndexUpdater(
    SearchQueries queries, ContentChanges changes, DocumentEmbedder embedder, ResultCache cache, ILogger<SearchIndexUpdater> log)
    : BackgroundService
{
    private readonly ContentSubscription _changes = changes.Subscribe();
    private volatile SearchIndex? _index;
    private volatile ConfidentScores? _confidentScores;

    /// <summary>Null: the content has not been loaded yet.</summary>
    public SearchIndex? Index => _index;

    /// <summary>Null: the content has not been loaded yet.</summary>
    public ConfidentScores? ConfidentScores => _confidentScores;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            var change = ContentChange.Everything;
            try
            {
                change = await _changes.WaitForChange(stoppingToken);
                _index = await Update(change, stoppingToken);
                cache.Clear();
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
        if (_index is { } former && change.Ids is not null)
        {
            var documents = await queries.ReadChanged(change.Ids, ct);
            if (former.Update(change.Ids, documents) is { } updated)
            {
                embedder.Embed(documents, areAll: false);
                return updated;
            }
        }

        var all = await queries.ReadAll(ct);
        var index = new SearchIndex(all);
        _confidentScores = ConfidentScores.Compute(index);
        TemporaryMemory.Release(all.Count);
        _index ??= index; // before its documents are hashed: no vectors are known yet
        embedder.Embed([.. all.Documents], areAll: true);
        return index;
    }
}
