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

    private readonly string _folder;
    private readonly PostgresPrograms _programs;
    private readonly ClusterFolder _cluster;
    private readonly PostgresServer _server;
    private FileStream? _use;

    private EmbeddedPostgres(string folder, PostgresPrograms programs)
    {
        (_folder, _programs, _cluster) = (folder, programs, new ClusterFolder(folder, programs));
        _server = new PostgresServer(Cluster, Path.Combine(folder, "postgres.log"), programs);
    }

    private string Cluster => _cluster.FullName;

    public string AppConnectionString => ConnectionString("freedomcities_app", "freedomcities");

    public string ReaderConnectionString => ConnectionString("freedomcities_reader", "freedomcities");

    public string OwnerConnectionString => ConnectionString("freedomcities_owner", "freedomcities");

    /// <summary>The cluster's superuser, which creates databases and roles.</summary>
    public string SuperuserConnectionString => ConnectionString("postgres", "postgres");

    /// <summary>Starts the cluster in the folder, or uses the running one. Creates it when there is none.</summary>
    public static async Task<EmbeddedPostgres> Start(string folder, string? binaries, TextWriter errors, CancellationToken ct)
    {
        folder = Path.GetFullPath(folder);
        ClusterFolder.RefuseUnusablePath(folder);
        PostgresEnvironment.Remove();
        var postgres = new EmbeddedPostgres(folder, PostgresPrograms.Find(binaries, ClusterFolder.MajorVersion(folder)));
        postgres.RefuseLongPath();
        await postgres._programs.EnsureFolder(folder);

        await using var transition = await FolderLock.Transition(folder, ct);
        postgres._use = FolderLock.Use(folder);
        try
        {
            await postgres._cluster.InitializeIfNew();
            await postgres._server.EnsureRunning(postgres.SuperuserConnectionString, ct);
            await postgres.ReplaceOlder(errors, ct);
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

    private void RefuseLongPath()
    {
        var socket = Path.Combine(Cluster, ".s.PGSQL.5432");
        if (System.Text.Encoding.UTF8.GetByteCount(socket) > LongestSocketPath)
        {
            throw new ConfigurationException($"The data folder's path is too long for a Unix socket ({socket}): choose a shorter --data.");
        }
    }

    /// <summary>Replaces a database of an older schema, which has no upgrade, by a new one. The old one is moved aside.</summary>
    private async Task ReplaceOlder(TextWriter errors, CancellationToken ct)
    {
        var applied = await SchemaVersions.Read(ConnectionString("postgres", "freedomcities"), ct);
        if (SchemaVersions.FindNewer(applied) is { } newer)
        {
            throw new ConfigurationException(
                $"The database in {_folder} has a migration of a newer version ({newer}): " +
                "run that version, or choose another folder with --data.");
        }

        if (SchemaVersions.FindOlder(applied) is not { } older)
        {
            return;
        }

        await _use!.DisposeAsync();
        await using (UseExclusively(older))
        {
            await _server.Stop();
            var aside = _cluster.MoveAside(TimeProvider.System.GetUtcNow());
            await errors.WriteLineAsync(
                $"The database in {_folder} had the schema of an older version (migration {older}): " +
                $"it was moved to {aside}, and a new one is created.");
        }

        _use = FolderLock.Use(_folder);
        await _cluster.InitializeIfNew();
        await _server.EnsureRunning(SuperuserConnectionString, ct);
    }

    private FileStream UseExclusively(string older)
    {
        try
        {
            return FolderLock.UseExclusively(_folder);
        }
        catch (IOException)
        {
            throw new ConfigurationException(
                $"Another process uses the database in {_folder}, which has the schema of an older version (migration {older}): " +
                "end it, then try again.");
        }
    }

    private async Task EnsureDatabase(CancellationToken ct)
    {
        await using (var server = new NpgsqlConnection(SuperuserConnectionString))
        {
            if (!await server.ExecuteScalarAsync<bool>(new(
                "select exists (select from pg_database where datname = 'freedomcities')",
                cancellationToken: ct)))
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
        Pooling = user is "freedomcities_app" or "freedomcities_reader",
    }.ConnectionString;
}
