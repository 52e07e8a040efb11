using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace FreedomCities.Api.Http;

internal static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/ld+json", "application/geo+json", "application/atom+xml", "text/vcard", "application/x-ndjson"];
        })
        .Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
}
