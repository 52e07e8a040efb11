using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>
/// A private PostgreSQL cluster below a data folder: reached by a Unix socket inside the cluster's own 0700 folder,
/// without a TCP port. Whoever uses it holds a shared lock, and the last one to leave stops it; the kernel drops
/// the locks of a killed process, so the next start finds the cluster again, running or stale.
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

    public string OwnerConnectionString => ConnectionString("freedomcities_owner", "freedomcities");

    /// <summary>The cluster's superuser: makes databases, roles and, in tests, more of both.</summary>
    public string SuperuserConnectionString => ConnectionString("postgres", "postgres");

    public static string DefaultFolder => Environment.IsPrivilegedProcess
        ? "/var/lib/freedomcities-api" // root's home is closed to the user that PostgreSQL runs as
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home
                ? home
                : throw new ConfigurationException("There is no home folder (HOME) to keep the embedded database in: choose a folder with --data."),
            "freedomcities-api");

    /// <summary>Starts the cluster in the folder, or joins the one that runs there; makes it when there is none.</summary>
    public static async Task<EmbeddedPostgres> Start(string folder, string? binaries, TextWriter errors, CancellationToken ct)
    {
        folder = Path.GetFullPath(folder);
        ClusterFolder.RefuseUnusablePath(folder);
        PostgresEnvironment.Remove();
        var postgres = new EmbeddedPostgres(folder, PostgresPrograms.Find(binaries, ClusterFolder.MajorVersion(folder)));
        postgres.RefuseLongPath();
        await postgres._programs.MakeFolder(folder);

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
            await postgres.Leave();
            throw;
        }
    }

    /// <summary>Starts the server again whenever it has died, and bounds its log, until it is cancelled.</summary>
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
                await _server.BoundLog();
                failure = null;
            }
            catch (Exception e)
            {
                // Whatever it is, the next tick tries again; /health/ready says that it is down.
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
        await Leave();
    }

    private async Task Leave()
    {
        await _use!.DisposeAsync();
        try
        {
            await using var alone = FolderLock.UseExclusively(_folder);
            await _server.Stop();
        }
        catch (IOException)
        {
            // Somebody else still uses the cluster and will stop it.
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
