using System.Collections.Frozen;
using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Rendering;

/// <summary>Content encodings (RFC 9110, section 8.4): which media types are compressed, and how.</summary>
internal static class Compression
{
    private static readonly string[] MoreMediaTypes =
        ["application/ld+json", "application/geo+json", "application/atom+xml", "application/x-ndjson", "text/vcard", "image/svg+xml"];

    private const int MaxBytesForSmallest = 64 * 1024; // takes some 100 ms

    private static readonly FrozenSet<string> MediaTypes = ResponseCompressionDefaults.MimeTypes
        .Concat(MoreMediaTypes)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = MediaTypes;
        })
        .AddSingleton<EncodingNegotiation>()
        .Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);

    public static bool IsCompressible(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && MediaTypes.Contains(type.MediaType.ToString());

    /// <summary>The encoding that a client prefers; null: identity.</summary>
    public static ICompressionProvider? Negotiate(this IResponseCompressionProvider compression, HttpContext http) =>
        compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http) : null;

    /// <param name="isPermanent">Whether the bytes never change: they are compressed once, so it may take longer.</param>
    public static byte[] Compress(ICompressionProvider provider, ReadOnlySpan<byte> bytes, bool isPermanent = false)
    {
        using var compressed = new MemoryStream();
        var isSmallest = isPermanent && bytes.Length <= MaxBytesForSmallest && provider is BrotliCompressionProvider;
        using (var stream = isSmallest ? new BrotliStream(compressed, CompressionLevel.SmallestSize) : provider.CreateStream(compressed))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
