using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http;

/// <summary>
/// Conditional requests (RFC 9110, section 13): the strong validator of every 200 is a hash of the bytes that are sent, so it
/// differs between encodings and changes exactly when they do. HEAD is answered as GET without the body.
/// </summary>
internal static class ETags
{
    private static readonly object HeadKey = new();

    /// <summary>HEAD goes the way of GET, and is answered without the body.</summary>
    public static Task HeadAsGet(HttpContext http, RequestDelegate next) => HttpMethods.IsHead(http.Request.Method) ? AsGet(http, next) : next(http);

    /// <param name="streamed">The path of an answer that is written while it is made: it says its own validator.</param>
    public static Func<HttpContext, RequestDelegate, Task> Unless(string streamed) => (http, next) =>
        !HttpMethods.IsGet(http.Request.Method) || http.Response.Body is MemoryStream /* read to be kept */ || streamed.Equals(http.Request.Path.Value!.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            ? next(http)
            : Apply(http, next);

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

    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> hash) => new($"\"{Convert.ToBase64String(hash[..18])}\"");

    /// <summary>Says the validator; true: the client has it, and gets a 304.</summary>
    public static bool IsUnchanged(HttpContext http, EntityTagHeaderValue tag)
    {
        http.Response.Headers.ETag = tag.Tag.Value;
        if (!Matches(http.Request.Headers.IfNoneMatch, tag))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static async Task Apply(HttpContext http, RequestDelegate next)
    {
        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        await Send(http, buffer);
    }

    private static async Task Send(HttpContext http, MemoryStream buffer)
    {
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            if (IsUnchanged(http, Of(SHA256.HashData(bytes.Span))))
            {
                http.Response.Headers.Remove(HeaderNames.ContentType);
                http.Response.Headers.Remove(HeaderNames.ContentLength);
                http.Response.Headers.Remove(HeaderNames.ContentEncoding);
                return;
            }
        }

        // A failure without a body gets one from the problem writer, but not once it has a length.
        if (bytes.Length > 0 || http.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            http.Response.ContentLength = bytes.Length;
            if (!IsHead(http))
            {
                await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
            }
        }
    }

    private static bool Matches(StringValues header, EntityTagHeaderValue tag) =>
        header.Count > 0
        && EntityTagHeaderValue.TryParseList(header!, out var given)
        && given.Any(g => g.Equals(EntityTagHeaderValue.Any) || g.Compare(tag, useStrongComparison: false));
}
