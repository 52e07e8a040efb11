using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FreedomCities.Api.Database;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>
/// The published service or a competitor in its own process, so that memory and CPU time are measured separately.
/// </summary>
internal sealed class ServerProcess(Process process, Uri address) : IAsyncDisposable
{
    private const double Ticks = 100; // of /proc, in a second: sysconf(_SC_CLK_TCK)

    public Uri Address => address;

    public HttpClient Http { get; } = new() { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Without a sentence model: it would make vectors for minutes, beside what is measured.</summary>
    public static Task<ServerProcess> Service(DatabaseServer server, CancellationToken ct, params string[] settings) =>
        Service("service", server, ct, ["--Search:Model=none", .. settings]);

    /// <param name="folder">Where it was published: beside this program.</param>
    public static Task<ServerProcess> Service(string folder, DatabaseServer server, CancellationToken ct, params string[] settings) =>
        DotNet(
            [$"{folder}/FreedomCities.Api.dll", "--urls", "http://127.0.0.1:0", "--RateLimits:Enabled=false", .. settings],
            [("ConnectionStrings__FreedomCities", server.App), ("ConnectionStrings__FreedomCitiesOwner", server.Owner)],
            ct);

    /// <summary>Applies the migrations of a published service.</summary>
    public static async Task Migrate(string folder, DatabaseServer server, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, folder, "FreedomCities.Api.dll"), "migrate"])
        {
            UseShellExecute = false,
            Environment =
            {
                ["ConnectionStrings__FreedomCities"] = server.App,
                ["ConnectionStrings__FreedomCitiesOwner"] = server.Owner,
            },
        })!;
        await process.WaitForExitAsync(ct);
    }

    /// <summary>This program as another server: see <see cref="Rivals"/>.</summary>
    public static Task<ServerProcess> Rival(string name, string over, CancellationToken ct) =>
        DotNet(["FreedomCities.Api.Benchmarks.dll", "serve", name, over], [], ct);

    /// <summary>nginx with the files of a folder.</summary>
    public static Task<ServerProcess> Nginx(string folder, CancellationToken ct) =>
        Nginx(Path.GetDirectoryName(folder)!, $"sendfile on; default_type application/json; root {folder};", ct);

    /// <summary>nginx as a shared cache before a service, with the cache settings of deploy/nginx.conf.</summary>
    public static Task<ServerProcess> Cache(string folder, Uri service, CancellationToken ct) =>
        Nginx(
            folder,
            $$"""
            proxy_cache_path {{folder}}/cache keys_zone=answers:10m use_temp_path=off; proxy_cache answers; proxy_cache_lock on;
            proxy_cache_revalidate on; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $http_host;
            add_header X-Cache $upstream_cache_status; upstream api { server {{service.Authority}}; keepalive 64; }
            """,
            ct,
            "location / { proxy_pass http://api; }");

    /// <param name="folder">Where it keeps its files.</param>
    private static async Task<ServerProcess> Nginx(string folder, string http, CancellationToken ct, string location = "")
    {
        var port = Free();
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Invariant($$"""
            daemon off; worker_processes 2; pid nginx.pid; error_log stderr crit;
            events { worker_connections 4096; }
            http { access_log off; keepalive_requests 1000000000; {{http}}
              server { listen 127.0.0.1:{{port}} backlog=4096; {{location}} } }
            """), ct);
        var process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-c", configuration]) { UseShellExecute = false })!;
        var server = new ServerProcess(process, new Uri(Invariant($"http://127.0.0.1:{port}")));
        await RunningService.Until(async () => process.HasExited || await server.Answers(ct), TimeSpan.FromMilliseconds(20), ct);
        return process.HasExited ? throw new ConfigurationException("nginx didn't start.") : server;
    }

    public Task UntilReady(CancellationToken ct) => RunningService.Until(() => new Ask(Http).IsReady(ct), TimeSpan.FromMilliseconds(5), ct);

    public async Task<byte[]> Read(string path, string encoding, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", encoding } } };
        using var response = await Http.SendAsync(request, ct);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct);
    }

    /// <summary>Of all its processors and of those that it started, until now.</summary>
    public async Task<TimeSpan> Work(CancellationToken ct)
    {
        var children = await File.ReadAllTextAsync(Invariant($"/proc/{process.Id}/task/{process.Id}/children"), ct);
        var work = 0L;
        foreach (var id in children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(Invariant($"{process.Id}")))
        {
            var fields = (await File.ReadAllTextAsync($"/proc/{id}/stat", ct)).Split(") ")[1].Split(' ');
            // user and system: proc(5)
            work += long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        }

        return TimeSpan.FromSeconds(work / Ticks);
    }

    /// <summary>Resident now, in MiB.</summary>
    public Task<double> Memory(CancellationToken ct) => Status("VmRSS:", ct);

    /// <summary>The most memory that was resident since this was last asked, in MiB.</summary>
    public async Task<double> PeakMemory(CancellationToken ct)
    {
        var peak = await Status("VmHWM:", ct);
        await File.WriteAllTextAsync($"/proc/{process.Id}/clear_refs", "5", ct); // the peak begins anew: proc(5)
        return peak;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<ServerProcess> DotNet(string[] arguments, (string Name, string Value)[] environment, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, arguments[0]), .. arguments[1..]])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.Split("Now listening on: ") is [_, var listening])
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // or the pipe would fill
                return new ServerProcess(process, new Uri(listening.Split('"')[0]));
            }
        }

        throw new ConfigurationException($"{arguments[0]} didn't start.");
    }

    private async Task<double> Status(string name, CancellationToken ct)
    {
        var status = await File.ReadAllLinesAsync($"/proc/{process.Id}/status", ct);
        return double.Parse(
            status.Single(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
            CultureInfo.InvariantCulture) / 1024;
    }

    private async Task<bool> Answers(CancellationToken ct)
    {
        try
        {
            using var response = await Http.GetAsync(address, ct);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
