using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http;

/// <summary>The finished bytes of a response: encoded and hashed at most once for each encoding, and sent as often as they are requested.</summary>
/// <param name="version">The version of the content before the response was rendered.</param>
internal sealed class RenderedResponse(HttpResponse response, ReadOnlyMemory<byte> body, long version)
{
    /// <summary>The version of a response that no content changes.</summary>
    public const long Permanent = long.MaxValue;

    // A redirect has no type.
    private readonly string? _contentType = response.ContentType;
    private readonly MediaTypeHeaderValue? _mediaType = MediaTypeHeaderValue.TryParse(response.ContentType, out var type) ? type : null;
    private readonly bool _isCompressible = Compression.IsWorthwhile(response.ContentType);
    private readonly KeyValuePair<string, StringValues>[] _headers =
        [.. response.Headers.Where(h => h.Key is not ("ETag" or "Content-Length" or "Content-Encoding" or "Content-Type"))];

    private readonly ConcurrentDictionary<string, Lazy<Variant>> _variants = new(StringComparer.Ordinal);
    private readonly long _rendered = Environment.TickCount64;
    private long _validated = Environment.TickCount64;

    public int Status { get; } = response.StatusCode;

    public long Version => version;

    /// <summary>Bytes in memory with the compressed forms, about.</summary>
    public long Size => 2_000 + (body.Length * 3L / 2);

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

    public bool IsAcceptable(HttpRequest request) => Status != StatusCodes.Status200OK || _mediaType is null || PublicReads.Accepts(request, _mediaType);

    /// <param name="isStale">Served because the database doesn't answer (RFC 5861, section 4): with Age (RFC 9111, section 5.1).</param>
    public Task Send(HttpContext http, ResponseRenderer renderer, bool isStale = false)
    {
        var to = http.Response;
        to.StatusCode = Status;
        foreach (var (name, value) in _headers)
        {
            to.Headers[name] = value;
        }

        to.Headers.Age = isStale ? (StaleFor / 1000).ToString(CultureInfo.InvariantCulture) : null;
        if (body.IsEmpty && Status >= StatusCodes.Status400BadRequest)
        {
            return Task.CompletedTask; // the status code pages write the problem, unless there is a length
        }

        var provider = !_isCompressible ? null : renderer.Negotiate(http);
        var variant = _variants.GetOrAdd(provider?.EncodingName ?? "", static (_, made) => new(() => made.Response.Encode(made.Provider)), (Response: this, Provider: provider)).Value;
        var isUnchanged = Status == StatusCodes.Status200OK && ETags.IsUnchanged(http, variant.Tag);
        to.ContentType = isUnchanged ? null : _contentType;
        to.Headers.ContentEncoding = isUnchanged ? null : provider?.EncodingName;
        to.ContentLength = isUnchanged ? null : variant.Bytes.Length;
        return isUnchanged || ETags.IsHead(http) ? Task.CompletedTask : variant.Send(http, version == Permanent ? null : renderer.Budget);
    }

    private Variant Encode(ICompressionProvider? provider)
    {
        var bytes = provider is null ? body : Compression.Compress(provider, body.Span);
        return new Variant(bytes, ETags.Of(SHA256.HashData(bytes.Span)));
    }

    private sealed class Variant(ReadOnlyMemory<byte> bytes, EntityTagHeaderValue tag)
    {
        private readonly Lock _lock = new();
        private int _clients;

        public ReadOnlyMemory<byte> Bytes => bytes;

        public EntityTagHeaderValue Tag => tag;

        /// <param name="budget">Null: these bytes stay in memory in any case.</param>
        public Task Send(HttpContext http, MemoryBudget? budget) =>
            budget is null || bytes.Length <= Deadline.PieceBytes ? Deadline.Send(http, bytes) : Send(http, budget, bytes.Length);

        // The cache may drop these bytes while clients still take them: they count once, however many clients that are.
        private Task Send(HttpContext http, MemoryBudget budget, int length)
        {
            lock (_lock)
            {
                budget.Take(_clients == 0 ? length : 0);
                _clients++;
            }

            return Sent();

            async Task Sent()
            {
                try
                {
                    await Deadline.Send(http, bytes);
                }
                finally
                {
                    lock (_lock)
                    {
                        _clients--;
                        budget.Return(_clients == 0 ? length : 0);
                    }
                }
            }
        }
    }
}
