using System.Diagnostics;
using FreedomCities.Api.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>Servers that do nothing but send the same bytes: what the service is compared with.</summary>
internal static class SameBytes
{
    /// <summary>Kestrel alone, in this process, until it is stopped: the bytes of each file of a folder under its name.</summary>
    public static async Task Serve(string folder, CancellationToken ct)
    {
        var files = Directory.GetFiles(folder).ToDictionary(f => "/" + Path.GetFileName(f), File.ReadAllBytes, StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(http =>
        {
            var bytes = files[http.Request.Path.Value!];
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes).AsTask();
        });
        await app.StartAsync(ct);
        Console.WriteLine($"Now listening on: {app.Urls.First()}");
        await app.WaitForShutdownAsync(ct);
    }

    /// <summary>nginx with the files of a folder.</summary>
    public static async Task<(Process Process, Uri Address)> Nginx(string folder, CancellationToken ct)
    {
        var port = Free();
        var configuration = Path.Combine(Path.GetDirectoryName(folder)!, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Invariant($$"""
            daemon off; worker_processes 2; pid nginx.pid; error_log stderr error;
            events { worker_connections 1024; }
            http { access_log off; keepalive_requests 1000000000; sendfile on; default_type application/json;
              server { listen 127.0.0.1:{{port}}; root {{folder}}; } }
            """), ct);
        var process = Process.Start(new ProcessStartInfo("nginx", ["-p", Path.GetDirectoryName(folder)!, "-c", configuration]) { UseShellExecute = false })!;
        var address = new Uri(Invariant($"http://127.0.0.1:{port}"));
        using var http = new HttpClient();
        await RunningService.Until(async () => await Answers(http, address, ct), TimeSpan.FromMilliseconds(20), ct);
        return process.HasExited ? throw new SetupException("nginx didn't start.") : (process, address);
    }

    private static async Task<bool> Answers(HttpClient http, Uri address, CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync(address, ct);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int Free()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
