using System.Collections.Concurrent;
using System.Security.Cryptography;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Rendering;

/// <summary>A response in memory, as its route made it. Each encoding is compressed and hashed once, however often it is sent.</summary>
/// <param name="version">The version of the content before the response was rendered.</param>
/// <param name="budget">Counts the bytes while they are sent; null: something else counts them already.</param>
internal sealed class RenderedResponse(
    HttpResponse response, ReadOnlyMemory<byte> body, long version, MemoryBudget? budget, TimeProvider clock)
{
    /// <summary>The version of a response that no change of the content affects.</summary>
    public const long Permanent = long.MaxValue;

    /// <summary>The version of a response that a lagging replica may have rendered.</summary>
    public const long Unverified = -1;

    private static readonly string[] HeadersOfVariants =
        [HeaderNames.ETag, HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentType];

    // Null: a redirect has no Content-Type.
    private readonly string? _contentType = response.ContentType;
    private readonly MediaTypeHeaderValue? _mediaType =
        MediaTypeHeaderValue.TryParse(response.ContentType, out var type) ? type : null;

    private KeyValuePair<string, StringValues>[] _headers = SharedHeaders(response);
    private volatile bool _isComplete;

    private readonly ConcurrentDictionary<string, Lazy<ResponseVariant>> _variants = new(StringComparer.Ordinal);
    private readonly long _rendered = clock.GetTimestamp();
    private long _validated = clock.GetTimestamp();

    public int Status { get; } = response.StatusCode;

    public long Version => version;

    /// <summary>Whether a bare status is all there is: the status code pages write its problem document.</summary>
    public bool LacksProblem => body.IsEmpty && Status >= StatusCodes.Status400BadRequest;

    public bool HasValidator { get; } =
        response.StatusCode == StatusCodes.Status200OK && HttpMethods.IsGet(response.HttpContext.Request.Method);

    public bool IsCompressible { get; } = Compression.IsCompressible(response.ContentType);

    public bool IsCacheable { get; } = version == Permanent
        ? response.StatusCode < StatusCodes.Status400BadRequest
        : response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl == PublicReads.CacheControl;

    /// <summary>About how many bytes it takes in memory, with headers and compressed forms.</summary>
    public long Size => 3_000 + (sizeof(char) * _headers.Sum(h => h.Value.ToString().Length)) + (body.Length * 3L / 2);

    /// <summary>Since it was rendered.</summary>
    /// <param name="now">A timestamp of the clock.</param>
    public TimeSpan Age(long now) => clock.GetElapsedTime(_rendered, now);

    /// <summary>Since it was last known to be current.</summary>
    public TimeSpan SinceValidated(long now) => clock.GetElapsedTime(Volatile.Read(ref _validated), now);

    public void MarkValidated(long now) => Volatile.Write(ref _validated, now);

    public bool IsAcceptable(HttpRequest request) =>
        Status != StatusCodes.Status200OK || _mediaType is null || PublicReads.Accepts(request, _mediaType);

    /// <param name="encoding">Null: no content coding (identity).</param>
    public ResponseVariant InEncoding(ICompressionProvider? encoding) => _variants.GetOrAdd(
        encoding?.EncodingName ?? "",
        static (_, of) => new(() => of.Response.Encode(of.Encoding)),
        (Response: this, Encoding: encoding)).Value;

    /// <summary>Writes the status and the headers that all encodings share.</summary>
    /// <returns>Whether they are complete. Otherwise the caller adds the headers of the route: see <see cref="Complete"/>.</returns>
    public bool WriteTo(HttpResponse to)
    {
        var isComplete = _isComplete; // read before the headers, which another request may complete meanwhile
        var headers = to.Headers;
        to.StatusCode = Status;
        foreach (var (name, value) in _headers)
        {
            headers[name] = value;
        }

        (headers.ContentType, headers.ContentLength, headers.ContentEncoding) = (_contentType, null, default);
        return isComplete;
    }

    /// <summary>Stores the headers for the next hits, complete with those of the route.</summary>
    public void Complete(HttpResponse from)
    {
        _headers = SharedHeaders(from);
        _isComplete = true;
    }

    private static KeyValuePair<string, StringValues>[] SharedHeaders(HttpResponse response) =>
        [.. response.Headers.Where(h => !HeadersOfVariants.Contains(h.Key, StringComparer.OrdinalIgnoreCase))];

    private ResponseVariant Encode(ICompressionProvider? encoding)
    {
        var bytes = encoding is null ? body : Compression.Compress(encoding, body.Span, isPermanent: version == Permanent);
        return new ResponseVariant(bytes, encoding?.EncodingName, ETags.Create(SHA256.HashData(bytes.Span)), budget);
    }
}
