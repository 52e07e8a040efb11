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

    public static byte[] Compress(ICompressionProvider provider, ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = provider.CreateStream(compressed))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
