using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>The server process of a cluster. It survives a killed service, and its pid file survives a killed server.</summary>
internal sealed class PostgresServer(string folder, string logFile, PostgresPrograms programs)
{
    private const long MaxLogBytes = 10_000_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private string PidFile => Path.Combine(folder, "postmaster.pid");

    /// <summary>Starts the server, or waits for one that another process starts or stops.</summary>
    public async Task EnsureRunning(string connectionString, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(Timeout);
        while (!await IsAcceptingConnections(connectionString, ct))
        {
            if (FindHolder(PidFile) != LockHolder.Server)
            {
                await Start();
            }
            else if (deadline.IsCancellationRequested)
            {
                throw new ConfigurationException(
                    $"The database in {folder} has been starting or stopping for {Timeout.TotalSeconds} s: {logFile} says why.");
            }

            await Task.Delay(50, ct);
        }
    }

    public async Task Stop()
    {
        if (FindHolder(PidFile) == LockHolder.Server)
        {
            await programs.Run("pg_ctl", ["stop", "-D", folder, "-m", "fast", "-w"]);
        }
    }

    /// <summary>
    /// Copies a long log to a second file, which it replaces, and truncates the log: the server opens it for appending. Runs as the
    /// server's user, because that user might have put a link there.
    /// </summary>
    public async Task RotateLog()
    {
        if (new FileInfo(logFile) is { Exists: true, Length: > MaxLogBytes })
        {
            await programs.Run("sh", ["-c", "cp -f \"$0\" \"$0.1\"; : > \"$0\"", logFile]);
        }
    }

    private async Task Start()
    {
        // PostgreSQL itself detects a crashed server, and one whose children still write, but not another process with its id.
        string[] locks = [PidFile, Path.Combine(folder, ".s.PGSQL.5432.lock")];
        Array.ForEach([.. locks.Where(file => FindHolder(file) == LockHolder.Other)], File.Delete);

        try
        {
            await programs.Run("pg_ctl", ["start", "-D", folder, "-l", logFile, "-w", "-t", "60"]);
        }
        catch (ConfigurationException) when (FindHolder(PidFile) == LockHolder.Server)
        {
            // The server is still recovering, or a start that was killed has left it running.
        }
        catch (ConfigurationException e)
        {
            var log = File.Exists(logFile) ? File.ReadLines(logFile).TakeLast(5) : [];
            throw new ConfigurationException(string.Join('\n', [e.Message, $"The end of {logFile}:", .. log]));
        }
    }

    private static async Task<bool> IsAcceptingConnections(string connectionString, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>
    /// Finds the process whose id a lock file contains. Uses only what every user may see, because root may lack capabilities.
    /// </summary>
    private LockHolder FindHolder(string file)
    {
        try
        {
            var id = File.ReadLines(file).FirstOrDefault("");
            var arguments = ReadArguments(id);
            var data = Array.IndexOf(arguments, "-D") + 1;
            return data > 0 && data < arguments.Length && IsThisCluster(arguments[data]) ? LockHolder.Server : LockHolder.Other;
        }
        catch (IOException)
        {
            return LockHolder.None;
        }
    }

    // The server may have been started with another path of the folder, through a link.
    private bool IsThisCluster(string data)
    {
        var file = Path.Combine(data, "postmaster.pid");
        return data == folder || (File.Exists(file) && File.Exists(PidFile) && HaveSameLines(file, PidFile));
    }

    private static bool HaveSameLines(string file, string other) =>
        File.ReadLines(file).SequenceEqual(File.ReadLines(other), StringComparer.Ordinal);

    /// <exception cref="IOException">There is no such process.</exception>
    private string[] ReadArguments(string id)
    {
        if (OperatingSystem.IsLinux())
        {
            return int.TryParse(id, CultureInfo.InvariantCulture, out _) ? File.ReadAllText($"/proc/{id}/cmdline").Split('\0') : [];
        }

        var server = Process.GetProcessesByName("postgres").FirstOrDefault(p => p.Id.ToString(CultureInfo.InvariantCulture) == id);
        return server is null ? throw new FileNotFoundException() : ["-D", folder];
    }

    private enum LockHolder
    {
        None,
        Server,
        Other,
    }
}
