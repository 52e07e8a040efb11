using System.Globalization;
using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// A private PostgreSQL cluster below a data folder: reached by a Unix socket inside the cluster's own 0700 folder,
/// without a TCP port. Whoever uses it holds a shared lock, and the last one to leave stops it; the kernel drops
/// the locks of a killed process, so the next start finds the cluster again, running or stale.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const int LongestSocketPath = 107;
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(90);

    private readonly string _folder;
    private readonly PostgresPrograms _programs;
    private FileStream? _use;

    private EmbeddedPostgres(string folder, PostgresPrograms programs) => (_folder, _programs) = (folder, programs);

    private string Cluster => Path.Combine(_folder, "postgres");

    public string AppConnectionString => ConnectionString("freedomcities_app", "freedomcities");

    public string OwnerConnectionString => ConnectionString("freedomcities_owner", "freedomcities");

    /// <summary>The cluster's superuser: makes databases, roles and, in tests, more of both.</summary>
    public string SuperuserConnectionString => ConnectionString("postgres", "postgres");

    public static string DefaultFolder => Environment.IsPrivilegedProcess
        ? "/var/lib/freedomcities-api" // root's home is closed to the user that PostgreSQL runs as
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "freedomcities-api");

    /// <summary>Starts the cluster in the folder, or joins the one that runs there; makes it when there is none.</summary>
    public static async Task<EmbeddedPostgres> Start(string folder, string? binaries, CancellationToken ct)
    {
        folder = Path.GetFullPath(folder);
        var postgres = new EmbeddedPostgres(folder, PostgresPrograms.Find(binaries, MajorVersion(folder)));
        postgres.RefuseLongPath();
        await postgres._programs.MakeFolder(folder, ct);

        await using var transition = await Lock("transition.lock", folder, ct);
        postgres._use = OpenLock(postgres.UseLock, FileShare.Read);
        try
        {
            await postgres.InitializeIfNew(ct);
            await postgres.EnsureRunning(ct);
            await postgres.EnsureDatabase(ct);
            return postgres;
        }
        catch
        {
            await postgres._use!.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await using var transition = await Lock("transition.lock", _folder, CancellationToken.None);
        await _use!.DisposeAsync();
        try
        {
            await using var alone = OpenLock(UseLock, FileShare.None);
            await _programs.Run("pg_ctl", ["stop", "-D", Cluster, "-m", "fast", "-w"], CancellationToken.None);
        }
        catch (IOException)
        {
            // Somebody else still uses the cluster and will stop it.
        }
    }

    private string UseLock => Path.Combine(_folder, "use.lock");

    private static string? MajorVersion(string folder)
    {
        var file = Path.Combine(folder, "postgres", "PG_VERSION");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    private void RefuseLongPath()
    {
        var socket = Path.Combine(Cluster, ".s.PGSQL.5432");
        if (System.Text.Encoding.UTF8.GetByteCount(socket) > LongestSocketPath)
        {
            throw new SetupException($"The data folder's path is too long for a Unix socket ({socket}): choose a shorter --data.");
        }
    }

    private async Task InitializeIfNew(CancellationToken ct)
    {
        if (Directory.Exists(Cluster))
        {
            return;
        }

        // Renamed when complete: a killed initdb leaves nothing that looks like a cluster.
        var unfinished = Cluster + ".new";
        await _programs.Run("rm", ["-rf", unfinished], ct);
        await _programs.Run(
            "initdb",
            ["-D", unfinished, "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--auth-local=trust", "--auth-host=reject"],
            ct);
        await File.AppendAllTextAsync(
            Path.Combine(unfinished, "postgresql.conf"),
            "\nlisten_addresses = ''\nunix_socket_directories = '.'\nunix_socket_permissions = 0700\n",
            ct);
        await _programs.Run("mv", [unfinished, Cluster], ct);
    }

    private async Task EnsureRunning(CancellationToken ct)
    {
        if (await Answers(ct))
        {
            return;
        }

        RemoveStalePidFile();
        await _programs.Run("pg_ctl", ["start", "-D", Cluster, "-l", Path.Combine(_folder, "postgres.log"), "-w", "-t", "60"], ct);
    }

    private async Task<bool> Answers(CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(SuperuserConnectionString);
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>After a crash another program may have the dead server's process id, and PostgreSQL would refuse to start.</summary>
    private void RemoveStalePidFile()
    {
        var file = Path.Combine(Cluster, "postmaster.pid");
        if (!File.Exists(file) || !Directory.Exists("/proc/self"))
        {
            return;
        }

        var pid = int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
        var process = $"/proc/{pid}/comm";
        if (!File.Exists(process) || !string.Equals(File.ReadAllText(process).Trim(), "postgres", StringComparison.Ordinal))
        {
            File.Delete(file);
        }
    }

    private async Task EnsureDatabase(CancellationToken ct)
    {
        await using (var server = new NpgsqlConnection(SuperuserConnectionString))
        {
            if (await server.ExecuteScalarAsync<bool>(new("select exists (select from pg_database where datname = 'freedomcities')", cancellationToken: ct)))
            {
                return;
            }

            await server.ExecuteAsync(new("create database freedomcities", cancellationToken: ct));
        }

        await using var database = new NpgsqlConnection(ConnectionString("postgres", "freedomcities"));
        await database.ExecuteAsync(new(Embedded.Text("roles.sql"), cancellationToken: ct));
    }

    private string ConnectionString(string user, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Cluster,
        Username = user,
        Database = database,
    }.ConnectionString;

    private static async Task<FileStream> Lock(string name, string folder, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(LockWait);
        while (true)
        {
            try
            {
                return OpenLock(Path.Combine(folder, name), FileShare.None);
            }
            catch (IOException) when (!deadline.IsCancellationRequested)
            {
                await Task.Delay(50, ct);
            }
            catch (IOException)
            {
                throw new SetupException($"Another process has been starting or stopping the database in {folder} for {LockWait.TotalSeconds} s: end it, then try again.");
            }
        }
    }

    /// <summary>flock(2): shared for <see cref="FileShare.Read"/>, exclusive for <see cref="FileShare.None"/>.</summary>
    private static FileStream OpenLock(string path, FileShare share)
    {
        File.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
        return new FileStream(path, FileMode.Open, FileAccess.Read, share);
    }
}
