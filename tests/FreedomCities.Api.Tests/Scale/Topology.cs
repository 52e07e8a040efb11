using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dapper;
using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Publishing;
using Npgsql;

namespace FreedomCities.Api.Tests.Scale;

/// <summary>
/// Primary, standby, two instances and nginx, as the script beside this file starts them: for one test, which may break them.
/// </summary>
internal sealed class Topology : IAsyncDisposable
{
    /// <summary>An entry of the seed.</summary>
    public const string Slug = "how-do-i-get-more-information";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _script;
    private readonly Dictionary<string, (int Id, string Address)> _parts = new(StringComparer.Ordinal);
    private NpgsqlDataSource? _database;

    private Topology(Process script) => _script = script;

    /// <summary>The services that readers ask.</summary>
    public static string[] Instances { get; } = ["api-1", "api-2"];

    public static async Task<Topology> Start(PreparedTopology prepared)
    {
        RequiredPrograms.Program("nginx");
        var script = Process.Start(new ProcessStartInfo(
            Programs.Beside("Scale/topology"),
            [
                Path.Combine(AppContext.BaseDirectory, "FreedomCities.Api.dll"),
                $"{FreePort()}",
                prepared.Path,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["RateLimits__Reads__Requests"] = Load.Flood, ["DeadlineSeconds"] = "10" },
        })!;
        var topology = new Topology(script);
        while (await script.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line and not "ready")
        {
            if (line.Split(' ') is [var name, var id, var address])
            {
                topology._parts[name] = (int.Parse(id, CultureInfo.InvariantCulture), address);
            }
        }

        if (topology._parts.Count < 5)
        {
            await topology.DisposeAsync();
            Assert.Fail($"The topology didn't start; there are only: {string.Join(", ", topology._parts.Keys)}.");
        }

        await Eventually.Is(
            () => Each(async i => (await topology.Get(i, "/health/ready")).IsSuccessStatusCode),
            "both instances are ready");
        return topology;
    }

    public Uri Address(string part, string path) => new(new Uri(_parts[part].Address), path);

    /// <summary>Asks a part on a connection of its own.</summary>
    public async Task<HttpResponseMessage> Get(string part, string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(part, path));
        Array.ForEach(headers, h => request.Headers.TryAddWithoutValidation(h.Name, h.Value));
        return await http.SendAsync(request);
    }

    public async Task<string> ETag(string part, string path)
    {
        using var answer = await Get(part, path);
        return Service.Header(answer, "ETag") ?? $"{answer.StatusCode} of {part}";
    }

    /// <summary>Whether something is so of each instance.</summary>
    public static async Task<bool> Each(Func<string, Task<bool>> isSo) =>
        Array.TrueForAll(await Task.WhenAll(Instances.Select(isSo)), so => so);

    /// <summary>Waits until each instance answers so.</summary>
    public Task Answer(string path, HttpStatusCode status) => Eventually.Is(
        () => Each(async i => (await Get(i, path)).StatusCode == status), $"each instance answers {path} with {status}");

    /// <summary>Asks a server as its superuser.</summary>
    public async Task<T?> Sql<T>(string server, string sql, object? values = null)
    {
        await using var connection =
            new NpgsqlConnection($"Host={_parts[server].Address};Username=postgres;Database=freedomcities;Pooling=false");
        return await connection.ExecuteScalarAsync<T>(sql, values);
    }

    /// <summary>Whoever writes, as the commands do.</summary>
    public Lifecycle Writer()
    {
        var app = $"Host={_parts["primary"].Address},{_parts["standby"].Address};Username=freedomcities_app;Database=freedomcities";
        _database ??= new DatabaseServer(app, app, embedded: null).Connect();
        return new Lifecycle(_database, TimeProvider.System);
    }

    public Task Withdraw() =>
        Writer().Withdraw(new RecordName(Slug, "faq"), language: null, "law-changed", replacedBy: null, CancellationToken.None);

    public Task Publish() => Writer().Publish(new RecordName(Slug, "faq"), language: null, CancellationToken.None);

    /// <summary>kill -9 of a part; of a server also of all its processes.</summary>
    public async Task Kill(string part)
    {
        var (id, address) = _parts[part];
        await DataFolder.Execute("kill", ["-9", .. new[] { id }.Concat(Processes(address)).Distinct().Select(p => $"{p}")]);
    }

    public async ValueTask DisposeAsync()
    {
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        _script.StandardInput.Close();
        await _script.WaitForExitAsync().WaitAsync(Patience);
        _script.Dispose();
    }

    private static IEnumerable<int> Processes(string folder)
    {
        foreach (var process in Process.GetProcessesByName("postgres"))
        {
            using (process)
            {
                if (new FileInfo($"/proc/{process.Id}/cwd").LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true)
                {
                    yield return process.Id;
                }
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
