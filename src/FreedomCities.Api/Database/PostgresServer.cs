using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>The server process of a cluster. It outlives a killed service, and its pid file outlives a killed server.</summary>
internal sealed class PostgresServer(string folder, string logFile, PostgresPrograms programs)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string PidFile => Path.Combine(folder, "postmaster.pid");

    /// <summary>Starts it, or waits for one that starts or stops by itself.</summary>
    public async Task EnsureRunning(string connectionString, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!await Answers(connectionString, ct))
        {
            if (!Lives())
            {
                await Start();
            }
            else if (deadline.IsCancellationRequested)
            {
                throw new SetupException($"The database in {folder} has been starting or stopping for {Patience.TotalSeconds} s: {logFile} says why.");
            }

            await Task.Delay(50, ct);
        }
    }

    public async Task Stop()
    {
        if (Lives())
        {
            await programs.Run("pg_ctl", ["stop", "-D", folder, "-m", "fast", "-w"]);
        }
    }

    private async Task Start()
    {
        // Nothing of the cluster lives, and yet PostgreSQL would refuse to start while another process, or a zombie, has the dead server's id.
        File.Delete(PidFile);
        File.Delete(Path.Combine(folder, ".s.PGSQL.5432.lock"));
        try
        {
            await programs.Run("pg_ctl", ["start", "-D", folder, "-l", logFile, "-w", "-t", "60"]);
        }
        catch (SetupException) when (Lives())
        {
            // It still recovers, or the pg_ctl of a killed start was faster.
        }
        catch (SetupException e)
        {
            var log = File.Exists(logFile) ? File.ReadLines(logFile).TakeLast(5) : [];
            throw new SetupException(string.Join('\n', [e.Message, $"The end of {logFile}:", .. log]));
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

    /// <summary>
    /// Whether any process of the cluster is there: also one that outlived a killed server, beside which a new one would ruin the files.
    /// </summary>
    private bool Lives() => File.Exists(PidFile) && Process.GetProcessesByName("postgres").Any(process =>
    {
        using (process)
        {
            return OperatingSystem.IsLinux() ? WorksHere(process.Id) : PidFileNames(process.Id);
        }
    });

    // The server and its children work in the cluster's folder.
    private bool WorksHere(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/cwd/postmaster.pid").SequenceEqual(File.ReadLines(PidFile), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool PidFileNames(int process) => File.ReadLines(PidFile).FirstOrDefault() == process.ToString(CultureInfo.InvariantCulture);
}
