using System.Diagnostics;
using System.Globalization;
using FreedomCities.Api.Database;

namespace FreedomCities.Api.Benchmarks;

/// <summary>The service, or another program that says where it serves, as a process of its own, so that its memory is nobody else's.</summary>
internal sealed class ServiceProcess(Process process, Uri address) : IAsyncDisposable
{
    public Uri Address => address;

    public HttpClient Http { get; } = new() { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    public static Task<ServiceProcess> Start(DatabaseServer server, CancellationToken ct, params string[] settings) => Start(
        ["FreedomCities.Api.dll", "--urls", "http://127.0.0.1:0", "--RateLimits:Enabled=false", .. settings],
        [("ConnectionStrings__FreedomCities", server.App), ("ConnectionStrings__FreedomCitiesOwner", server.Owner)],
        ct);

    /// <summary>Kestrel alone, with the bytes of each file of a folder.</summary>
    public static Task<ServiceProcess> StartBare(string folder, CancellationToken ct) => Start(["FreedomCities.Api.Benchmarks.dll", "serve", folder], [], ct);

    private static async Task<ServiceProcess> Start(string[] arguments, (string Name, string Value)[] environment, CancellationToken ct)
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
                return new ServiceProcess(process, new Uri(listening.Split('"')[0]));
            }
        }

        throw new SetupException("The service didn't start.");
    }

    public Task UntilReady(CancellationToken ct) => RunningService.Until(() => new Ask(Http).IsReady(ct), TimeSpan.FromMilliseconds(100), ct);

    /// <summary>Of all its processors, until now.</summary>
    public TimeSpan Work
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that was resident since this was last asked, in MiB.</summary>
    public async Task<double> PeakMemory(CancellationToken ct)
    {
        var status = await File.ReadAllLinesAsync($"/proc/{process.Id}/status", ct);
        var peak = status.Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        await File.WriteAllTextAsync($"/proc/{process.Id}/clear_refs", "5", ct); // the peak begins anew: proc(5)
        return double.Parse(peak, CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
