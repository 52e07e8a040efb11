using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Http.Responses.Headers;

namespace FreedomCities.Api.Http;

/// <summary>What a route, or a group of routes, says about its responses and limits. Caching: <see cref="Caching.CachedRoutes"/>.</summary>
internal static class RouteMetadata
{
    /// <summary>Counts requests against a budget; without it they count as reads.</summary>
    public static T RateLimited<T>(this T routes, Budget budget)
        where T : IEndpointConventionBuilder => routes.WithMetadata(new RateLimited(budget));

    public static T WithoutRateLimit<T>(this T routes)
        where T : IEndpointConventionBuilder => routes.RateLimited(Budget.None);

    /// <summary>For requests that cost nothing for most of their time, and have limits of their own.</summary>
    public static T WithoutConcurrencyLimit<T>(this T routes)
        where T : IEndpointConventionBuilder => routes.WithMetadata(new WithoutConcurrencyLimit());

    /// <summary>Sends responses while they are written. The route states its own validator and encoding.</summary>
    public static T Streamed<T>(this T routes)
        where T : IEndpointConventionBuilder => routes.WithMetadata(new Streamed());

    /// <summary>Lets scripts of any origin read the responses.</summary>
    public static T CrossOrigin<T>(this T routes)
        where T : IEndpointConventionBuilder => routes.WithMetadata(new CrossOrigin());

    public static T WithContentSecurityPolicy<T>(this T routes, string policy)
        where T : IEndpointConventionBuilder => routes.WithMetadata(new ContentSecurityPolicy(policy));
}
