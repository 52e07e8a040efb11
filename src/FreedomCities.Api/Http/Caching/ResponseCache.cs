using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Telemetry.Metrics;

namespace FreedomCities.Api.Http.Caching;

/// <summary>
/// Caches the rendered responses of public reads until the content changes, and longer while no database answers. Those that no change of
/// the content affects are rendered once for good. A hit is sent before the rest of the pipeline runs.
/// </summary>
internal sealed class ResponseCache(
    ResponseStore store,
    CacheValidator validator,
    CollapsedRenders renders,
    ResponseWriter writer,
    TimeProvider clock,
    ServiceSettings settings,
    ServiceMetrics metrics)
{
    private readonly bool _isEnabled = settings.ResponseCacheMegabytes > 0;

    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (FindRoute(http) is not { } route || route.Key(http) is not { } key)
        {
            return next(http);
        }

        var cached = store.Find(key, route.IsPermanent);
        var freshness = cached is null ? Freshness.Expired : validator.Evaluate(cached, DemandsCurrent(http.Request));
        if (cached is not null && MayServe(cached, freshness, key) && route.IsAcceptable(cached, http.Request))
        {
            try
            {
                var selected = writer.Select(http, cached);
                metrics.CountLookup(freshness is Freshness.Fresh ? CacheResult.Hit : CacheResult.Stale);
                return writer.Send(http, selected);
            }
            catch (OverBudgetException)
            {
                // No memory is left for sending it: the rest of the pipeline writes the 503.
            }
        }

        http.Features.Set(new CacheLookup(route, key, cached, freshness));
        return next(http);
    }

    /// <summary>Null: the response isn't cached.</summary>
    private CachedRoute? FindRoute(HttpContext http)
    {
        var route = HttpMethods.IsGet(http.Request.Method) ? http.GetEndpoint()?.Metadata.GetMetadata<CachedRoute>() : null;
        return route is not null && (_isEnabled || route.IsPermanent) && !RequestLimits.IsTooLong(http) ? route : null;
    }

    private static bool DemandsCurrent(HttpRequest request) => request.Headers.CacheControl.Count > 0;

    // If not, the rest of the pipeline starts a render: at most twice within MaxStaleWhileRevalidate.
    private bool MayServe(RenderedResponse cached, Freshness freshness, string key) => freshness switch
    {
        Freshness.Fresh => true,
        Freshness.StaleWhileRevalidate =>
            cached.Age(clock.GetTimestamp()) < FreshnessPolicy.MaxStaleWhileRevalidate / 2 || renders.IsRendering(key),
        _ => false,
    };
}
