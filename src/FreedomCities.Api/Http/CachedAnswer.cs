using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http;

/// <summary>The finished bytes of an answer, in each encoding made once, with their validators.</summary>
/// <param name="version">Of the content, before it was read.</param>
internal sealed class CachedAnswer(HttpResponse response, byte[] body, long version)
{
    private readonly int _status = response.StatusCode;
    private readonly string _contentType = response.ContentType!;
    private readonly MediaTypeHeaderValue _type = MediaTypeHeaderValue.Parse(response.ContentType!);
    private readonly KeyValuePair<string, StringValues>[] _headers =
        [.. response.Headers.Where(h => h.Key is not ("ETag" or "Content-Length" or "Content-Encoding" or "Content-Type"))];

    private readonly ConcurrentDictionary<string, Lazy<Variant>> _variants = new(StringComparer.Ordinal);
    private readonly long _made = Environment.TickCount64;
    private long _current = Environment.TickCount64;

    public long Version => version;

    /// <summary>With its compressed forms, about.</summary>
    public long Size => 2_000 + (body.Length * 3L / 2);

    public bool CanBeKept { get; } = response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl == PublicReads.CacheControl;

    /// <summary>Since it was made, in milliseconds.</summary>
    public long Age => Environment.TickCount64 - _made;

    /// <summary>Since it was last known to be what the database has, in milliseconds.</summary>
    public long StaleFor => Environment.TickCount64 - Volatile.Read(ref _current);

    public CachedAnswer Confirm()
    {
        Volatile.Write(ref _current, Environment.TickCount64);
        return this;
    }

    public bool IsAcceptable(HttpRequest request) => _status != StatusCodes.Status200OK || PublicReads.Accepts(request, _type);

    /// <param name="isStale">Served because nothing better is to be had (RFC 5861, section 4): with Age (RFC 9111, section 5.1).</param>
    public Task Send(HttpContext http, IResponseCompressionProvider compression, bool isStale = false)
    {
        var to = http.Response;
        var provider = compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http) : null;
        var variant = _variants.GetOrAdd(provider?.EncodingName ?? "", static (_, made) => new(() => made.Answer.Made(made.Provider)), (Answer: this, Provider: provider)).Value;
        to.StatusCode = _status;
        foreach (var (name, value) in _headers)
        {
            to.Headers[name] = value;
        }

        to.Headers.Age = isStale ? (StaleFor / 1000).ToString(CultureInfo.InvariantCulture) : null;
        if (_status == StatusCodes.Status200OK && ETags.IsUnchanged(http, variant.Tag))
        {
            return Task.CompletedTask;
        }

        to.ContentType = _contentType;
        to.Headers.ContentEncoding = provider?.EncodingName;
        to.ContentLength = variant.Bytes.Length;
        return ETags.IsHead(http) ? Task.CompletedTask : Deadline.Taken(to.BodyWriter.WriteAsync(variant.Bytes), http);
    }

    private Variant Made(ICompressionProvider? provider)
    {
        using var packed = new MemoryStream();
        using (var stream = provider?.CreateStream(packed))
        {
            stream?.Write(body);
        }

        var bytes = provider is null ? body : packed.ToArray();
        return new Variant(bytes, ETags.Of(SHA256.HashData(bytes)));
    }

    private sealed record Variant(byte[] Bytes, EntityTagHeaderValue Tag);
}
