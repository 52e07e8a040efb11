using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>
/// A private PostgreSQL cluster in a data folder. It listens on a Unix socket in the cluster's own 0700 folder, without a TCP port. Each
/// process that uses it holds a shared lock, and the last one stops the server. The kernel releases the locks of a killed process, so the
/// next start finds the cluster again, running or stale.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const int LongestSocketPath = 107;
    private const string Unfinished = "unfinished-";

    private readonly string _folder;
    private readonly PostgresPrograms _programs;
    private readonly PostgresServer _server;
    private FileStream? _use;

    private EmbeddedPostgres(string folder, PostgresPrograms programs)
    {
        (_folder, _programs) = (folder, programs);
        _server = new PostgresServer(Cluster, Path.Combine(folder, "postgres.log"), programs);
    }

    private string Cluster => Path.Combine(_folder, "postgres");

    public string AppConnectionString => ConnectionString("freedomcities_app", "freedomcities");

    public string OwnerConnectionString => ConnectionString("freedomcities_owner", "freedomcities");

    /// <summary>The cluster's superuser, which creates databases and roles.</summary>
    public string SuperuserConnectionString => ConnectionString("postgres", "postgres");

    /// <summary>Starts the cluster in the folder, or uses the running one. Creates it when there is none.</summary>
    public static async Task<EmbeddedPostgres> Start(string folder, string? binaries, CancellationToken ct)
    {
        folder = Path.GetFullPath(folder);
        RefuseUnusablePath(folder);
        PostgresEnvironment.Remove();
        var postgres = new EmbeddedPostgres(folder, PostgresPrograms.Find(binaries, MajorVersion(folder)));
        postgres.RefuseLongPath();
        await postgres._programs.EnsureFolder(folder);

        await using var transition = await FolderLock.Transition(folder, ct);
        postgres._use = FolderLock.Use(folder);
        try
        {
            await postgres.InitializeIfNew(ct);
            await postgres._server.EnsureRunning(postgres.SuperuserConnectionString, ct);
            await postgres.EnsureDatabase(ct);
            return postgres;
        }
        catch
        {
            await postgres.Release();
            throw;
        }
    }

    /// <summary>Restarts the server when it has crashed, and limits its log, until cancelled.</summary>
    public async Task KeepRunning(ILogger log, CancellationToken ct)
    {
        string? failure = null;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(ct);
                await using var transition = await FolderLock.Transition(_folder, ct);
                await _server.EnsureRunning(SuperuserConnectionString, ct);
                await _server.RotateLog();
                failure = null;
            }
            catch (Exception e)
            {
                // The next tick tries again. Meanwhile /health/ready reports the failure.
                if (!ct.IsCancellationRequested && failure != ConfigurationException.FirstLine(e))
                {
                    failure = ConfigurationException.FirstLine(e);
                    log.LogWarning("Supervision of the embedded database failed: {Failure}", failure);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await using var transition = await FolderLock.Transition(_folder, CancellationToken.None);
        await Release();
    }

    private async Task Release()
    {
        await _use!.DisposeAsync();
        try
        {
            await using var exclusive = FolderLock.UseExclusively(_folder);
            await _server.Stop();
        }
        catch (IOException)
        {
            // Another process still uses the cluster, and will stop it.
        }
    }

    private static string? MajorVersion(string folder)
    {
        var file = Path.Combine(folder, "postgres", "PG_VERSION");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    /// <summary>pg_ctl puts the path into a line for the shell, and Npgsql takes a comma for the end of a host.</summary>
    private static void RefuseUnusablePath(string folder)
    {
        if (folder.FirstOrDefault(c => char.IsControl(c) || c is ',' or '$' or '`' or '"' or '\\') is var c and not '\0')
        {
            var what = char.IsControl(c) ? "a control character" : $"the character {c}";
            throw new ConfigurationException($"The data folder's path holds {what}, which PostgreSQL's programs can't take: choose another --data.");
        }
    }

    private void RefuseLongPath()
    {
        var socket = Path.Combine(Cluster, ".s.PGSQL.5432");
        if (System.Text.Encoding.UTF8.GetByteCount(socket) > LongestSocketPath)
        {
            throw new ConfigurationException($"The data folder's path is too long for a Unix socket ({socket}): choose a shorter --data.");
        }
    }

    private async Task InitializeIfNew(CancellationToken ct)
    {
        RemoveUnfinished();
        if (Directory.Exists(Cluster))
        {
            return;
        }

        // Renamed when complete: a killed start leaves nothing that looks like a cluster. Its initdb may still run, in a folder of its own.
        var unfinished = Path.Combine(_folder, Unfinished + Path.GetRandomFileName());
        await _programs.Run(
            "initdb",
            ["-D", unfinished, "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--auth-local=trust", "--auth-host=reject"]);
        await _programs.Run("sh", [
            "-c", "printf %s \"$1\" >> \"$0\"",
            Path.Combine(unfinished, "postgresql.conf"),
            "\nlisten_addresses = ''\nport = 5432\nunix_socket_directories = '.'\nunix_socket_permissions = 0700\nlog_checkpoints = off\n",
        ]);
        Directory.Move(unfinished, Cluster);
    }

    private void RemoveUnfinished()
    {
        foreach (var folder in Directory.GetDirectories(_folder, Unfinished + "*"))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its initdb still writes: a later start removes it.
            }
        }
    }

    private async Task EnsureDatabase(CancellationToken ct)
    {
        await using (var server = new NpgsqlConnection(SuperuserConnectionString))
        {
            if (!await server.ExecuteScalarAsync<bool>(new("select exists (select from pg_database where datname = 'freedomcities')", cancellationToken: ct)))
            {
                await server.ExecuteAsync(new("create database freedomcities", cancellationToken: ct));
            }
        }

        await using var database = new NpgsqlConnection(ConnectionString("postgres", "freedomcities"));
        await database.ExecuteAsync(new(EmbeddedFiles.Text("roles.sql"), cancellationToken: ct));
    }

    private string ConnectionString(string user, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Cluster,
        Username = user,
        Database = database,
        Pooling = user == "freedomcities_app",
    }.ConnectionString;
}
