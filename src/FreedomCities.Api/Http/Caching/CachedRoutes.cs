using System.Reflection;

namespace FreedomCities.Api.Http.Caching;

internal static class CachedRoutes
{
    /// <summary>Caches the responses of a route or of a group: see <see cref="ResponseCache"/>.</summary>
    public static T Cached<T>(this T routes, CacheLifetime lifetime = CacheLifetime.Content)
        where T : IEndpointConventionBuilder
    {
        routes.Finally(endpoint =>
            endpoint.Metadata.Add(new CachedRoute(lifetime, endpoint.Metadata.OfType<MethodInfo>().LastOrDefault())));
        return routes;
    }
}
