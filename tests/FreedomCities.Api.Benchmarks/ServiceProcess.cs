using System.Diagnostics;
using System.Globalization;
using FreedomCities.Api.Database;

namespace FreedomCities.Api.Benchmarks;

/// <summary>The service as a process of its own, so that its memory is nobody else's.</summary>
internal sealed class ServiceProcess(Process process, Uri address) : IAsyncDisposable
{
    public HttpClient Http { get; } = new() { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    public static async Task<ServiceProcess> Start(DatabaseServer server, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FreedomCities.Api.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["ConnectionStrings__FreedomCities"] = server.App, ["ConnectionStrings__FreedomCitiesOwner"] = server.Owner },
        };
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
