using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Caching;

/// <summary>The finished bytes of a response: encoded and hashed once for each encoding, and sent as often as they are requested.</summary>
/// <param name="version">The version of the content before the response was rendered.</param>
/// <param name="budget">Counts the bytes while they are sent; null: they are in memory in any case.</param>
internal sealed class RenderedResponse(HttpResponse response, ReadOnlyMemory<byte> body, long version, MemoryBudget? budget)
{
    /// <summary>The version of a response that no content changes.</summary>
    public const long Permanent = long.MaxValue;

    private static readonly string[] OfVariants =
        [HeaderNames.ETag, HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentType];

    // A redirect has no type.
    private readonly string? _contentType = response.ContentType;
    private readonly MediaTypeHeaderValue? _mediaType =
        MediaTypeHeaderValue.TryParse(response.ContentType, out var type) ? type : null;

    private readonly bool _isCompressible = Compression.IsWorthwhile(response.ContentType);
    private readonly KeyValuePair<string, StringValues>[] _headers =
        [.. response.Headers.Where(h => !OfVariants.Contains(h.Key, StringComparer.OrdinalIgnoreCase))];

    private readonly ConcurrentDictionary<string, Lazy<ResponseVariant>> _variants = new(StringComparer.Ordinal);
    private readonly long _rendered = Environment.TickCount64;
    private long _validated = Environment.TickCount64;

    public int Status { get; } = response.StatusCode;

    public long Version => version;

    /// <summary>Bytes in memory with headers and compressed forms, about.</summary>
    public long Size => 3_000 + (sizeof(char) * _headers.Sum(h => h.Value.ToString().Length)) + (body.Length * 3L / 2);

    public bool IsCacheable { get; } = version == Permanent
        ? response.StatusCode < StatusCodes.Status400BadRequest
        : response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl == PublicReads.CacheControl;

    /// <summary>Milliseconds since it was rendered.</summary>
    public long Age => Environment.TickCount64 - _rendered;

    /// <summary>Milliseconds since it was last known to be what the database has.</summary>
    public long StaleFor => Environment.TickCount64 - Volatile.Read(ref _validated);

    public RenderedResponse MarkValidated()
    {
        Volatile.Write(ref _validated, Environment.TickCount64);
        return this;
    }

    public bool IsAcceptable(HttpRequest request) =>
        Status != StatusCodes.Status200OK || _mediaType is null || PublicReads.Accepts(request, _mediaType);

    /// <param name="isStale">Served because the database doesn't answer (RFC 5861, section 4): with Age (RFC 9111, section 5.1).</param>
    /// <exception cref="OverBudgetException">Before anything of the response is written.</exception>
    public Task Send(HttpContext http, ResponseRenderer renderer, bool isStale = false)
    {
        var provider = _isCompressible ? renderer.Negotiate(http) : null;
        var variant = _variants.GetOrAdd(
            provider?.EncodingName ?? "",
            static (_, of) => new(() => of.Response.Encode(of.Provider)),
            (Response: this, Provider: provider)).Value;
        var isUnchanged = Status == StatusCodes.Status200OK && ETags.Matches(http.Request, variant.Tag);
        var lease = isUnchanged || ETags.IsHead(http) ? null : variant.Reserve(http);
        WriteHeaders(http.Response, isStale);
        if (body.IsEmpty && Status >= StatusCodes.Status400BadRequest)
        {
            return Task.CompletedTask; // the status code pages write the problem, unless there is a length
        }

        if (Status == StatusCodes.Status200OK)
        {
            http.Response.Headers.ETag = variant.Tag.Tag.Value;
        }

        if (isUnchanged)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = _contentType;
        http.Response.Headers.ContentEncoding = provider?.EncodingName;
        http.Response.ContentLength = variant.Bytes.Length;
        return ETags.IsHead(http) ? Task.CompletedTask : variant.Send(http, renderer.Sender, lease);
    }

    private void WriteHeaders(HttpResponse to, bool isStale)
    {
        to.StatusCode = Status;
        foreach (var (name, value) in _headers)
        {
            to.Headers[name] = value;
        }

        to.Headers.Age = isStale ? (StaleFor / 1000).ToString(CultureInfo.InvariantCulture) : null;
        (to.ContentType, to.ContentLength, to.Headers.ContentEncoding) = (null, null, default);
    }

    private ResponseVariant Encode(ICompressionProvider? provider)
    {
        var bytes = provider is null ? body : Compression.Compress(provider, body.Span);
        return new ResponseVariant(bytes, ETags.Create(SHA256.HashData(bytes.Span)), budget);
    }
}
