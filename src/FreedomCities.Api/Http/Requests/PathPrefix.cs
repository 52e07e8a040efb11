using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Serves under the path of <see cref="PublicUrl"/>, whether or not a proxy removes it from requests.</summary>
internal static class PathPrefix
{
    /// <summary>Sets the prefix as the path base of each request.</summary>
    public static void UsePathPrefix(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<PublicUrl>();
        if (!site.HasPrefix)
        {
            return;
        }

        var prefix = PathString.FromUriComponent(site.LinkTo(""));
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest))
            {
                http.Request.Path = rest;
            }

            http.Request.PathBase = prefix;
            return next(http);
        });
    }

    /// <summary>Rejects a prefix that starts like a route, because request paths would be ambiguous.</summary>
    public static void EnsurePathPrefixIsFree(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<PublicUrl>();
        if (!site.HasPrefix)
        {
            return;
        }

        var first = FirstSegment(site.LinkTo(""));
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
        if (routes.Any(r => FirstSegment(r.RoutePattern.RawText!).Equals(first, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ConfigurationException(
                $"PublicUrl's path must not begin with /{first}, which is an address of the service itself: it is '{site.Absolute("")}'.");
        }
    }

    private static string FirstSegment(string path) => path.TrimStart('/').Split('/')[0];
}
