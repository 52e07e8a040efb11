using System.Collections.Concurrent;
using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Telemetry;
using Npgsql;

namespace FreedomCities.Api.Http.Caching;

/// <summary>
/// Caches the rendered responses of public reads until the content changes; while no database answers, until they are too old
/// (RFC 5861, section 4). Simultaneous requests for the same response render it once. Responses that no content changes are rendered once
/// for good.
/// </summary>
internal sealed class ResponseCache(
    ContentChanges changes,
    ReadConnections reads,
    RateLimits limits,
    ResponseRenderer renderer,
    ServiceSettings settings,
    ServiceMetrics metrics) : IDisposable
{
    // Milliseconds.
    private const long MaxAge = 60_000; // bounds how late what depends on time alone shows, like an event that becomes past
    private const long StaleWhileRevalidate = 500; // stale-while-revalidate, at most twice in this time: no reader waits for a publication
    private const long MaxListenerOutage = 3_000; // a listener notices within 2 s that it is disconnected: together 5
    private const long Pause = 1_000; // until a database that failed is tried again
    private const long Unverified = -1; // version of what a lagging replica rendered: cached, and rendered again each time

    private readonly TimeSpan _deadline = settings.RequestTimeout;
    private readonly double _maxStaleIfError = settings.MaxStaleIfError.TotalMilliseconds;
    private readonly bool _isOn = settings.ResponseCacheMegabytes > 0;
    private readonly ResponseStore _responses = new(settings.ResponseCacheMegabytes * 1_000_000L);
    private readonly ConcurrentDictionary<string, RenderedResponse> _permanent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<RenderedResponse>>> _renders = new(StringComparer.Ordinal);
    private long _failed = long.MinValue / 2;

    /// <summary>Sends a cached, current response before the rest of the pipeline runs.</summary>
    public Task TryServeFromCache(HttpContext http, RequestDelegate next)
    {
        if (Route(http) is { } route && route.Key(http) is { } key && FindUsable(key, route, http) is { } cached
            && IsAcceptable(cached, route, http) && limits.Admit(http))
        {
            try
            {
                var sending = cached.Send(http, renderer);
                metrics.CountLookup(IsCurrent(cached) ? CacheResult.Hit : CacheResult.Stale);
                return sending;
            }
            catch (OverBudgetException)
            {
                RateLimits.MarkAdmitted(http); // the rest of the pipeline writes the 503
            }
        }

        return next(http);
    }

    /// <summary>Renders what isn't cached, or not current, and caches it.</summary>
    public async Task Apply(HttpContext http, RequestDelegate next)
    {
        if (Route(http) is { } route && route.Key(http) is { } key
            && await GetResponse(key, route, http, next) is var (response, isStale) && IsAcceptable(response, route, http))
        {
            await response.Send(http, renderer, isStale);
        }
        else
        {
            await renderer.RenderAndSend(http, next);
        }
    }

    public void Dispose() => _responses.Dispose();

    private CachedRoute? Route(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<CachedRoute>() is { } route
            && (_isOn || route.IsPermanent) && !RequestLimits.IsTooLong(http) ? route : null;

    private static bool IsAcceptable(RenderedResponse response, CachedRoute route, HttpContext http) =>
        route.IsForAnyAccept || response.IsAcceptable(http.Request);

    private RenderedResponse? Find(string key, CachedRoute route) =>
        route.IsPermanent ? _permanent.GetValueOrDefault(key) : _responses.Find(key);

    private RenderedResponse? FindUsable(string key, CachedRoute route, HttpContext http)
    {
        var cached = Find(key, route);
        if (cached is null)
        {
            return null;
        }

        if (IsCurrent(cached))
        {
            return cached.MarkValidated();
        }

        return IsStaleWhileRevalidate(cached, http) && (cached.Age < StaleWhileRevalidate / 2 || _renders.ContainsKey(key)) ? cached : null;
    }

    private async ValueTask<(RenderedResponse Response, bool IsStale)> GetResponse(string key, CachedRoute route, HttpContext http, RequestDelegate next)
    {
        var request = ResponseRenderer.Detach(http, route.IsForAnyAccept ? default : http.Request.QueryString);
        var (cached, rendering) = (Find(key, route), GetOrRender(key, route, request, next, changes.Version));
        if (cached is null)
        {
            metrics.CountLookup(CacheResult.Miss);
            return (await rendering.WaitAsync(http.RequestAborted), false);
        }

        if (IsStaleWhileRevalidate(cached, http))
        {
            metrics.CountLookup(CacheResult.Stale);
            return (cached, false);
        }

        var mayBeStale = cached.StaleFor < _maxStaleIfError;
        try
        {
            if (mayBeStale && Environment.TickCount64 - Volatile.Read(ref _failed) < Pause)
            {
                metrics.CountLookup(CacheResult.Stale);
                return (cached, true);
            }

            var rendered = await rendering.WaitAsync(_deadline / 2, http.RequestAborted);
            metrics.CountLookup(CacheResult.Miss);
            return (rendered, false);
        }
        catch (Exception e) when (mayBeStale && e is (NpgsqlException or TimeoutException or OverBudgetException))
        {
            if (e is not OverBudgetException)
            {
                Volatile.Write(ref _failed, Environment.TickCount64);
            }

            metrics.CountLookup(CacheResult.Stale);
            return (cached, true);
        }
    }

    private bool IsCurrent(RenderedResponse cached) =>
        cached.Version == RenderedResponse.Permanent
        || (cached.Version == changes.Version && cached.Age < MaxAge && changes.ListenerDownFor < MaxListenerOutage);

    // Not for a client that demands the current response (no-cache, max-age=0: RFC 9111, section 5.2.1), as after a change event.
    private bool IsStaleWhileRevalidate(RenderedResponse cached, HttpContext http) =>
        cached.StaleFor < StaleWhileRevalidate && changes.ListenerDownFor < MaxListenerOutage && http.Request.Headers.CacheControl.Count == 0;

    private async Task<RenderedResponse> GetOrRender(string key, CachedRoute route, HttpContext request, RequestDelegate next, long notified)
    {
        Lazy<Task<RenderedResponse>> Start(string _) =>
            new(() => RenderOnce(key, route, ResponseRenderer.Detach(request, request.Request.QueryString), next));
        var response = await _renders.GetOrAdd(key, Start).Value;
        return response.Version == Unverified || response.Version >= notified
            ? response
            : await GetOrRender(key, route, request, next, notified); // that render had begun before
    }

    private async Task<RenderedResponse> RenderOnce(string key, CachedRoute route, HttpContext request, RequestDelegate next)
    {
        await Task.Yield(); // each waiting client has a time limit of its own
        try
        {
            var cached = Find(key, route);
            if (cached is not null && IsCurrent(cached))
            {
                return cached;
            }

            var (version, doubts) = (route.IsPermanent ? RenderedResponse.Permanent : changes.Version, reads.UnverifiedReads);
            TimeSpan? limit = route.IsPermanent ? null : _deadline;
            return Store(key, route, await renderer.Render(request, next, () => reads.UnverifiedReads == doubts ? version : Unverified, limit), cached);
        }
        finally
        {
            _renders.TryRemove(key, out _);
        }
    }

    private RenderedResponse Store(string key, CachedRoute route, RenderedResponse response, RenderedResponse? cached)
    {
        if ((response.Version == Unverified || response.Status >= StatusCodes.Status500InternalServerError) && cached?.StaleFor < _maxStaleIfError)
        {
            throw new TimeoutException(); // what is cached may be newer
        }

        if (!response.IsCacheable)
        {
            _responses.Remove(key);
            return response;
        }

        if (route.IsPermanent)
        {
            return _permanent.GetOrAdd(key, response);
        }

        _responses.Set(key, response);
        return response;
    }
}
