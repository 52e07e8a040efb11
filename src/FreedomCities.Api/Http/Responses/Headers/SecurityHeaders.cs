using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Responses.Headers;

/// <summary>
/// Headers of every response, failures included. A page may load only what its Content-Security-Policy names, and nothing from another
/// origin.
/// </summary>
internal static class SecurityHeaders
{
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            var ofRoute = http.GetEndpoint()?.Metadata.GetMetadata<ContentSecurityPolicy>();
            headers.ContentSecurityPolicy = ofRoute?.Policy ?? Default(http.Response);
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache"; // a cache revalidates it, with its ETag
        }

        headers.Vary = WithAcceptEncoding(headers.Vary);
        AddHeadToAllow(headers);
    }

    private static string Default(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true ? PagePolicy : DataPolicy;

    private static StringValues WithAcceptEncoding(StringValues vary)
    {
        if (vary.Count == 0)
        {
            return HeaderNames.AcceptEncoding;
        }

        return vary.ToString().Contains(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase)
            ? vary
            : $"{vary}, {HeaderNames.AcceptEncoding}";
    }

    private static void AddHeadToAllow(IHeaderDictionary headers)
    {
        if (headers.Allow.Count > 0
            && headers.Allow.ToString().Split(", ") is ["GET", .. var others]
            && !others.Contains("HEAD", StringComparer.Ordinal))
        {
            headers.Allow = string.Join(", ", ["GET", "HEAD", .. others]);
        }
    }
}
