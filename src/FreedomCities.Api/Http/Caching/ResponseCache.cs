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
    ServiceSettings settings,
    ServiceMetrics metrics)
{
    private readonly bool _isEnabled = settings.ResponseCacheMegabytes > 0;

    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (Find(http) is not { } lookup)
        {
            return next(http);
        }

        if (lookup.Cached is { } cached && MayServe(lookup, cached) && lookup.IsAcceptable(cached, http.Request))
        {
            try
            {
                var selected = writer.Select(http, cached);
                metrics.CountLookup(lookup.Freshness is Freshness.Fresh ? CacheResult.Hit : CacheResult.Stale);
                return writer.Send(http, selected);
            }
            catch (OverBudgetException)
            {
                // No memory is left for sending it: the rest of the pipeline writes the 503.
            }
        }

        http.Features.Set(lookup);
        return next(http);
    }

    private CacheLookup? Find(HttpContext http)
    {
        var route = HttpMethods.IsGet(http.Request.Method) ? http.GetEndpoint()?.Metadata.GetMetadata<CachedRoute>() : null;
        if (route is null || !(_isEnabled || route.IsPermanent) || RequestLimits.IsTooLong(http) || route.Key(http) is not { } key)
        {
            return null;
        }

        var cached = store.Find(key, route.IsPermanent);
        var demandsCurrent = http.Request.Headers.CacheControl.Count > 0;
        return new CacheLookup(route, key, cached, cached is null ? Freshness.Expired : validator.Evaluate(cached, demandsCurrent));
    }

    // If not, the rest of the pipeline starts a render: at most twice within MaxStaleWhileRevalidate.
    private bool MayServe(CacheLookup lookup, RenderedResponse cached) => lookup.Freshness switch
    {
        Freshness.Fresh => true,
        Freshness.StaleWhileRevalidate => cached.Age < FreshnessPolicy.MaxStaleWhileRevalidate / 2 || renders.IsRendering(lookup.Key),
        _ => false,
    };
}
