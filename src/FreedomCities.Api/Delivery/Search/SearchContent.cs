using FreedomCities.Api.Database;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Keeps the index as the database is; while that is away, as it was.</summary>
internal sealed class SearchContent(SearchQueries queries, ContentChanges changes, ILogger<SearchContent> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ContentFollower _changes = changes.Follow();
    private volatile SearchIndex? _index;

    /// <summary>Null: the database hasn't been read yet.</summary>
    public SearchIndex? Index => _index;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Follow(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Nobody asks any more.
        }
    }

    private async Task Follow(CancellationToken ct)
    {
        var change = await _changes.Next(ct);
        try
        {
            _index = await With(change, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever it is: readers are served from what is there, and the next try may find it mended.
            log.LogWarning("The search index is behind: {Failure}.", e.GetType().Name);
            _changes.Add(change);
            await Task.Delay(Pause, ct);
        }
    }

    private async Task<SearchIndex> With(ContentChange change, CancellationToken ct)
    {
        if (_index is { } index && change.Ids is not null)
        {
            var (ids, now) = await queries.Of(change.Ids, ct);
            if (index.With(ids, now) is { } next)
            {
                return next;
            }
        }

        return new SearchIndex(await queries.All(ct));
    }
}
