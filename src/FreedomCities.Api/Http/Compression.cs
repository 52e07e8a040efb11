using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace FreedomCities.Api.Http;

internal static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(o => o.EnableForHttps = true)
        .Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
}
