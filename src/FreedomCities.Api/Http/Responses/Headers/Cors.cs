using System.Collections.Frozen;
using FreedomCities.Api.Http.Limits.Rates;

namespace FreedomCities.Api.Http.Responses.Headers;

/// <summary>
/// Cross-origin reads (WHATWG Fetch): from any origin, without credentials, failures included. The headers don't depend on Origin: a shared
/// cache may get a response for one site and serve it to another.
/// </summary>
internal sealed class Cors(EndpointDataSource routes)
{
    private static readonly Endpoint Preflight =
        new(AllowReads, new EndpointMetadataCollection(new RateLimited(Budget.None)), "CORS preflight");

    // A request that matches no route (404, 405, preflight), or whose route failed, is treated as the routes with the same first path
    // segment are: a partner's script may read why a request below /v1 failed, and learns nothing of a page.
    private readonly Lazy<FrozenSet<string>> _firstSegments = new(() => routes.Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<CrossOrigin>() is not null)
        .Select(e => FirstSegment(e.RoutePattern.RawText!))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Routes a preflight to the endpoint that answers it.</summary>
    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsOptions(http.Request.Method) && IsCrossOrigin(http))
        {
            http.SetEndpoint(Preflight);
        }

        return next(http);
    }

    public void Write(HttpContext http)
    {
        if (!IsCrossOrigin(http))
        {
            return;
        }

        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Link, Content-Language, RateLimit, RateLimit-Policy, Retry-After";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static Task AllowReads(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.AccessControlAllowMethods = "GET, HEAD, POST";
        http.Response.Headers.AccessControlAllowHeaders = "*";
        http.Response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }

    private bool IsCrossOrigin(HttpContext http) => http.GetEndpoint() is RouteEndpoint route
        ? route.Metadata.GetMetadata<CrossOrigin>() is not null
        : _firstSegments.Value.Contains(FirstSegment(http.Request.Path.Value!));

    private static string FirstSegment(string path) => path.TrimStart('/').Split('/')[0];
}
