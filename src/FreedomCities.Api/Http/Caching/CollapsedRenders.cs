using System.Collections.Concurrent;
using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Telemetry.Metrics;
using Npgsql;

namespace FreedomCities.Api.Http.Caching;

/// <summary>
/// Renders what a request didn't find fresh in the cache. Simultaneous requests for the same response collapse into one render (RFC 9111,
/// section 4). A response that can't be cached is rendered for its client only.
/// </summary>
internal sealed class CollapsedRenders(
    ContentChanges changes,
    ReadConnections reads,
    ResponseStore store,
    CacheValidator validator,
    ResponseRenderer renderer,
    ResponseWriter writer,
    TimeProvider clock,
    ServiceSettings settings,
    ServiceMetrics metrics)
{
    /// <summary>How long requests get stale responses at once after a failure of the database, before one waits for it again.</summary>
    private const long PauseSeconds = 1;

    private readonly TimeSpan _timeout = settings.RequestTimeout;
    private readonly ConcurrentDictionary<string, Lazy<Task<RenderedResponse>>> _renders = new(StringComparer.Ordinal);
    private long _pausedUntil = long.MinValue; // a timestamp of the clock

    public bool IsRendering(string key) => _renders.ContainsKey(key);

    public async Task Apply(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<CacheLookup>() is { } lookup)
        {
            var (response, freshness) = await GetResponse(lookup, http, next);
            metrics.CountLookup(Result(freshness));
            if (!response.LacksProblem && lookup.Route.IsAcceptable(response, http.Request))
            {
                http.Features.Set(writer.Select(http, response, freshness is Freshness.StaleIfError));
                return;
            }
        }

        if (Streamed.Applies(http))
        {
            await next(http);
            return;
        }

        var rendered = await renderer.Render(http, next);
        if (!rendered.LacksProblem)
        {
            http.Features.Set(writer.Select(http, rendered));
        }
    }

    private static CacheResult Result(Freshness? served) => served switch
    {
        null => CacheResult.Miss,
        Freshness.Fresh => CacheResult.Hit,
        _ => CacheResult.Stale,
    };

    /// <returns>With the freshness of a cached response; null: it was rendered.</returns>
    private async Task<(RenderedResponse Response, Freshness? Freshness)> GetResponse(
        CacheLookup lookup, HttpContext http, RequestDelegate next)
    {
        if (lookup is { Cached: { } fresh, Freshness: Freshness.Fresh })
        {
            return (fresh, Freshness.Fresh);
        }

        var request = new DetachedRequest(http, lookup.Route.IsForAnyAccept ? default : http.Request.QueryString);
        var rendering = RenderCurrent(lookup, request, next, changes.Version);
        return lookup switch
        {
            { Cached: { } cached, Freshness: Freshness.StaleWhileRevalidate } => (cached, Freshness.StaleWhileRevalidate),
            { Cached: { } cached, Freshness: Freshness.StaleIfError } => await WaitOrServeStale(rendering, cached, http.RequestAborted),
            _ => (await rendering.WaitAsync(http.RequestAborted), null),
        };
    }

    private async Task<(RenderedResponse Response, Freshness? Freshness)> WaitOrServeStale(
        Task<RenderedResponse> rendering, RenderedResponse cached, CancellationToken aborted)
    {
        if (clock.GetTimestamp() < Volatile.Read(ref _pausedUntil))
        {
            return (cached, Freshness.StaleIfError);
        }

        try
        {
            return (await rendering.WaitAsync(_timeout / 2, clock, aborted), null);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            Volatile.Write(ref _pausedUntil, clock.GetTimestamp() + (PauseSeconds * clock.TimestampFrequency));
            return (cached, Freshness.StaleIfError);
        }
        catch (OverBudgetException)
        {
            return (cached, Freshness.StaleIfError);
        }
    }

    /// <param name="notified">The minimum version: an older response is rendered again.</param>
    private async Task<RenderedResponse> RenderCurrent(CacheLookup lookup, DetachedRequest request, RequestDelegate next, long notified)
    {
        RenderedResponse response;
        do
        {
            response = await _renders.GetOrAdd(lookup.Key, _ => new(() => RenderOnce(lookup, request, next))).Value;
        }
        while (response.Version != RenderedResponse.Unverified && response.Version < notified);
        return response;
    }

    private async Task<RenderedResponse> RenderOnce(CacheLookup lookup, DetachedRequest request, RequestDelegate next)
    {
        await Task.Yield(); // each waiting client has a time limit of its own
        try
        {
            var cached = store.Find(lookup.Key, lookup.Route.IsPermanent);
            if (cached is not null && IsFresh(cached))
            {
                return cached;
            }

            var rendered = await Render(lookup.Route, request, next);
            return Store(lookup, rendered, cached);
        }
        finally
        {
            _renders.TryRemove(lookup.Key, out _);
        }
    }

    private Task<RenderedResponse> Render(CachedRoute route, DetachedRequest request, RequestDelegate next)
    {
        if (route.IsPermanent)
        {
            return renderer.Render(request, next, () => RenderedResponse.Permanent, limit: null);
        }

        // Taken before the render: a change during it makes the response stale.
        var (version, unverified) = (changes.Version, reads.UnverifiedReads);
        return renderer.Render(request, next, () => reads.UnverifiedReads == unverified ? version : RenderedResponse.Unverified, _timeout);
    }

    private RenderedResponse Store(CacheLookup lookup, RenderedResponse rendered, RenderedResponse? cached)
    {
        var isDoubtful = rendered.Version == RenderedResponse.Unverified || rendered.Status >= StatusCodes.Status500InternalServerError;
        if (isDoubtful && cached is not null && validator.Evaluate(cached, demandsCurrent: true) is not Freshness.Expired)
        {
            throw new TimeoutException(); // the request gets the cached response, which may be newer
        }

        if (rendered.IsCacheable)
        {
            return store.Set(lookup.Key, rendered);
        }

        store.Remove(lookup.Key);
        return rendered;
    }

    private bool IsFresh(RenderedResponse cached) => validator.Evaluate(cached, demandsCurrent: true) is Freshness.Fresh;
}
