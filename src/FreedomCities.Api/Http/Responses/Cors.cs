namespace FreedomCities.Api.Http.Responses;

/// <summary>
/// Cross-origin reads (WHATWG Fetch): from any origin, without credentials, failures included. The headers are on every answer,
/// asked for or not: a shared cache that met a same-origin reader first would else serve other sites an answer without them.
/// </summary>
internal static class Cors
{
    private static readonly PathString[] Public = ["/v1", "/openapi", "/problems", "/.well-known", "/embed", "/oembed"];

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });
        return HttpMethods.IsOptions(http.Request.Method) && http.Request.Path.IsUnder(Public) ? Preflight(http.Response) : next(http);
    }

    public static void Write(HttpContext http)
    {
        if (!http.Request.Path.IsUnder(Public))
        {
            return;
        }

        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Link, Content-Language, RateLimit, RateLimit-Policy, Retry-After";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static Task Preflight(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = "GET, HEAD, POST";
        response.Headers.AccessControlAllowHeaders = "*";
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }
}
