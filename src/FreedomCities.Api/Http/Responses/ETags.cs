using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Responses;

/// <summary>
/// Conditional requests (RFC 9110, section 13): the strong validator of every 200 is a hash of the bytes that are sent, so it
/// differs between encodings and changes exactly when they do. HEAD is answered as GET without the body.
/// </summary>
internal static class ETags
{
    private static readonly object HeadKey = new();

    /// <summary>HEAD goes the way of GET, and is answered without the body.</summary>
    public static Task HeadAsGet(HttpContext http, RequestDelegate next) => HttpMethods.IsHead(http.Request.Method) ? AsGet(http, next) : next(http);

    private static async Task AsGet(HttpContext http, RequestDelegate next)
    {
        http.Items[HeadKey] = true;
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    }

    /// <summary>Whether only the headers are wanted.</summary>
    public static bool IsHead(HttpContext http) => http.Items.ContainsKey(HeadKey);

    public static EntityTagHeaderValue Create(ReadOnlySpan<byte> hash) => new($"\"{Convert.ToBase64String(hash[..18])}\"");

    /// <summary>Says the validator; true: the client has it, and gets a 304.</summary>
    public static bool IsUnchanged(HttpContext http, EntityTagHeaderValue tag)
    {
        http.Response.Headers.ETag = tag.Tag.Value;
        if (!Matches(http.Request, tag))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    public static bool Matches(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } header
        && EntityTagHeaderValue.TryParseList(header!, out var given)
        && given.Any(g => g.Equals(EntityTagHeaderValue.Any) || g.Compare(tag, useStrongComparison: false));
}
