namespace FreedomCities.Api.Http.Responses;

/// <summary>
/// Headers of every answer, errors included: set when the answer starts, because the exception handler clears those set before.
/// Pages may load what their Content-Security-Policy names and nothing from anybody else.
/// </summary>
internal static class SecurityHeaders
{
    private const string Data = "default-src 'none'; frame-ancestors 'none'";
    private const string Pages = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Swagger UI styles its elements from script and draws its icons from data: URLs.
    private const string SwaggerUi =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    public static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy
            : http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? SwaggerUi
            : http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true ? Pages
            : Data;
        if (!headers.Vary.ToString().Contains("Accept-Encoding", StringComparison.OrdinalIgnoreCase))
        {
            headers.AppendCommaSeparatedValues("Vary", "Accept-Encoding");
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache"; // what says nothing else is asked for again, with its ETag
        }

        AddHeadToAllow(headers);
    }

    private static void AddHeadToAllow(IHeaderDictionary headers)
    {
        if (headers.Allow.ToString().Split(", ") is ["GET", .. var others] && !others.Contains("HEAD", StringComparer.Ordinal))
        {
            headers.Allow = string.Join(", ", ["GET", "HEAD", .. others]);
        }
    }
}
