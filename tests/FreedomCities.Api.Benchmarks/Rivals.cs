using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What the service is compared with: servers that do less, by the same web server.</summary>
internal static class Rivals
{
    /// <summary>The same bytes, and nothing else.</summary>
    public const string Kestrel = "kestrel";

    /// <summary>The same bytes by way of the framework's output cache.</summary>
    public const string OutputCache = "output-cache";

    /// <summary>The same stored documents, read and written by hand.</summary>
    public const string Npgsql = "npgsql";

    /// <param name="over">
    /// A folder whose files are served under their names; of <see cref="Npgsql"/>, the service's address and a connection string, separated by
    /// a space.
    /// </param>
    public static async Task Serve(string name, string over, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddOutputCache(o => o.AddBasePolicy(p => p.Cache()));
        await using var app = builder.Build();
        switch (name)
        {
            case Kestrel:
                app.Run(Files(over));
                break;
            case OutputCache:
                app.UseOutputCache();
                app.MapGet("/{name}", Files(over));
                break;
            case Npgsql:
                await RawNpgsql.Map(app, over[(over.IndexOf(' ') + 1)..], new Uri(over[..over.IndexOf(' ')]));
                break;
            default:
                throw new ConfigurationException($"There is no rival {name}.");
        }

        await app.StartAsync(ct);
        Console.WriteLine($"Now listening on: {app.Urls.First()}");
        await app.WaitForShutdownAsync(ct);
    }

    private static RequestDelegate Files(string folder)
    {
        var files = Directory.GetFiles(folder).ToDictionary(f => "/" + Path.GetFileName(f), File.ReadAllBytes, StringComparer.Ordinal);
        return http =>
        {
            var bytes = files[http.Request.Path.Value!];
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes).AsTask();
        };
    }
}
