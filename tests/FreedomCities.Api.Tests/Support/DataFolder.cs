using System.Diagnostics;
using Npgsql;

namespace FreedomCities.Api.Tests.Support;

/// <summary>A data folder that is not there yet, and that is gone with its server afterwards.</summary>
public sealed class DataFolder : IAsyncDisposable
{
    private bool _isMounted;

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "fc-" + System.IO.Path.GetRandomFileName());

    internal string Cluster => System.IO.Path.Combine(Path, "postgres");

    internal string PidFile => System.IO.Path.Combine(Cluster, "postmaster.pid");

    /// <summary>The process that the pid file names.</summary>
    internal int ServerId => int.Parse(File.ReadLines(PidFile).First(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether a server has its files here, whatever the pid file says.</summary>
    internal bool ServerLives => Servers().Length > 0;

    /// <summary>Puts a small disk of its own where the folder will be; where that isn't allowed the test is skipped, and says so.</summary>
    internal async Task Mount(int megabytes)
    {
        Directory.CreateDirectory(Path);
        _isMounted = Environment.IsPrivilegedProcess && await Execute(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            $"size={megabytes}m",
            "tmpfs",
            Path) == 0;
        Assert.SkipUnless(_isMounted, "No file system may be mounted here: a full disk is NOT TESTED.");
    }

    /// <summary>Sends a signal to all processes of the server; first to the one that starts the others.</summary>
    internal async Task Signal(string name)
    {
        await Execute("kill", "-s", name, $"{ServerId}");
        var others = Process.GetProcesses().Where(p => p.Id != ServerId && RunsInFolder(p.Id)).Select(p => $"{p.Id}");
        Assert.Equal(0, await Execute("kill", ["-s", name, .. others]));
    }

    /// <summary>Asks the cluster as its superuser.</summary>
    internal async Task<T?> Ask<T>(string sql, string database = "freedomcities")
    {
        await using var connection = new NpgsqlConnection($"Host={Cluster};Username=postgres;Database={database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(Path))
        {
            return;
        }

        await KillServer();
        if (_isMounted)
        {
            await Execute("umount", Path);
        }

        await Execute("rm", "-rf", Path);
    }

    internal async Task KillServer()
    {
        foreach (var server in Servers())
        {
            await Execute("kill", "-9", $"{server}");
        }

        await Eventually.Is(() => !ServerLives, "the server's end");
    }

    /// <returns>The exit code.</returns>
    internal static async Task<int> Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private int[] Servers()
    {
        var servers = new List<int>();
        foreach (var process in Process.GetProcessesByName("postgres").Concat(Process.GetProcessesByName("initdb")))
        {
            using (process)
            {
                if (UsesFolder(process.Id))
                {
                    servers.Add(process.Id);
                }
            }
        }

        return [.. servers];
    }

    private bool UsesFolder(int process) =>
        RunsInFolder(process) || Read(() => File.ReadAllText($"/proc/{process}/cmdline"))?.Contains(Path, StringComparison.Ordinal) == true;

    private bool RunsInFolder(int process) =>
        Read(
            () => File.ResolveLinkTarget(
                $"/proc/{process}/cwd",
                returnFinalTarget: false)?.FullName)?.StartsWith(Path, StringComparison.Ordinal) == true;

    // Null: the process has ended, or is another user's.
    private static string? Read(Func<string?> what)
    {
        try
        {
            return what();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
