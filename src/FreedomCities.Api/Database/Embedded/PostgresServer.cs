using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>The server process of a cluster. It outlives a killed service, and its pid file outlives a killed server.</summary>
internal sealed class PostgresServer(string folder, string logFile, PostgresPrograms programs)
{
    private const long LongestLog = 10_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string PidFile => Path.Combine(folder, "postmaster.pid");

    /// <summary>Starts it, or waits for one that starts or stops by itself.</summary>
    public async Task EnsureRunning(string connectionString, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!await Answers(connectionString, ct))
        {
            if (HolderOf(PidFile) != Holder.Server)
            {
                await Start();
            }
            else if (deadline.IsCancellationRequested)
            {
                throw new ConfigurationException($"The database in {folder} has been starting or stopping for {Patience.TotalSeconds} s: {logFile} says why.");
            }

            await Task.Delay(50, ct);
        }
    }

    public async Task Stop()
    {
        if (HolderOf(PidFile) == Holder.Server)
        {
            await programs.Run("pg_ctl", ["stop", "-D", folder, "-m", "fast", "-w"]);
        }
    }

    /// <summary>
    /// Sets a long log aside, in place of the former one. The server appends to its log, so that it can be emptied under it; by the server's
    /// user, who might have put a link there.
    /// </summary>
    public async Task BoundLog()
    {
        if (new FileInfo(logFile) is { Exists: true, Length: > LongestLog })
        {
            await programs.Run("sh", ["-c", "cp -f \"$0\" \"$0.1\"; : > \"$0\"", logFile]);
        }
    }

    private async Task Start()
    {
        // PostgreSQL itself tells a dead server from one whose children still write, but not from another process that got its id.
        string[] locks = [PidFile, Path.Combine(folder, ".s.PGSQL.5432.lock")];
        Array.ForEach([.. locks.Where(file => HolderOf(file) == Holder.Other)], File.Delete);

        try
        {
            await programs.Run("pg_ctl", ["start", "-D", folder, "-l", logFile, "-w", "-t", "60"]);
        }
        catch (ConfigurationException) when (HolderOf(PidFile) == Holder.Server)
        {
            // It still recovers, or the pg_ctl of a killed start was faster.
        }
        catch (ConfigurationException e)
        {
            var log = File.Exists(logFile) ? File.ReadLines(logFile).TakeLast(5) : [];
            throw new ConfigurationException(string.Join('\n', [e.Message, $"The end of {logFile}:", .. log]));
        }
    }

    private static async Task<bool> Answers(string connectionString, CancellationToken ct)
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

    /// <summary>Who has the process id that a lock file names. Only what any user may see is asked: a root without capabilities is one too.</summary>
    private Holder HolderOf(string file)
    {
        try
        {
            var id = File.ReadLines(file).FirstOrDefault("");
            var arguments = Arguments(id);
            var data = Array.IndexOf(arguments, "-D") + 1;
            return data > 0 && data < arguments.Length && IsHere(arguments[data]) ? Holder.Server : Holder.Other;
        }
        catch (IOException)
        {
            return Holder.Nobody;
        }
    }

    // The server may have been started by another name of the folder, through a link.
    private bool IsHere(string data) =>
        data == folder
        || (Path.Combine(data, "postmaster.pid") is var file && File.Exists(file) && File.Exists(PidFile)
            && File.ReadLines(file).SequenceEqual(File.ReadLines(PidFile), StringComparer.Ordinal));

    /// <exception cref="IOException">There is no such process.</exception>
    private string[] Arguments(string id)
    {
        if (OperatingSystem.IsLinux())
        {
            return int.TryParse(id, CultureInfo.InvariantCulture, out _) ? File.ReadAllText($"/proc/{id}/cmdline").Split('\0') : [];
        }

        var server = Process.GetProcessesByName("postgres").FirstOrDefault(p => p.Id.ToString(CultureInfo.InvariantCulture) == id);
        return server is null ? throw new FileNotFoundException() : ["-D", folder];
    }

    private enum Holder
    {
        Nobody,
        Server,
        Other,
    }
}
