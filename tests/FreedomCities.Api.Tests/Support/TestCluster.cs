using System.Text.RegularExpressions;
using Dapper;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Delivery.Locate.Places;
using FreedomCities.Api.Editorial;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]
[assembly: AssemblyFixture(typeof(FeedCluster))]

namespace FreedomCities.Api.Tests.Support;

/// <summary>One real PostgreSQL cluster for the run, with an empty, a migrated and a seeded database to clone.</summary>
public partial class TestCluster : IAsyncLifetime
{
    /// <summary>Template of an empty database.</summary>
    internal const string Bare = "template1";

    /// <summary>The template without a record.</summary>
    internal const string Migrated = "migrated";

    /// <summary>The template with the real document.</summary>
    internal const string Seeded = "seeded";

    /// <summary>The same with the postal codes, which make it twice as large and slow to clone.</summary>
    internal const string Located = "located";

    // Nothing need survive the run, statistics are a test's own matter, and several services have their connections at once.
    private const string Settings = """
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        max_wal_size = '4GB'
        autovacuum = off
        max_connections = 180
        log_line_prefix = '%d: '
        """;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "fc-" + Path.GetRandomFileName());
    private readonly Lazy<Task<SeededService>> _readOnly;
    private readonly Lazy<Task> _started;
    private EmbeddedPostgres? _postgres;
    private string _strategy = "";
    private int _databases;

    public TestCluster() => (_started, _readOnly) = (new(Start), new(StartReadOnly));

    internal EmbeddedPostgres Postgres => _postgres!;

    /// <summary>The server's own log, where failed statements and plans are written.</summary>
    internal string LogFile => Path.Combine(_folder, "data", "postgres.log");

    public virtual async ValueTask InitializeAsync() => await _started.Value;

    private async Task Start()
    {
        SqlMapper.ConnectionStringComparer = new SameSchema();
        var data = Path.Combine(_folder, "data");
        await (await EmbeddedPostgres.Start(data, binaries: null, TextWriter.Null, CancellationToken.None)).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(data, "postgres", "postgresql.conf"), "\n" + Settings);
        _postgres = await EmbeddedPostgres.Start(data, binaries: null, TextWriter.Null, CancellationToken.None);
        _strategy = await CheapestStrategy();
        await using var empty = await Clone(Bare, "empty");
        await Superuser("empty", EmbeddedFiles.Text("roles.sql"));
        await using var server = await Clone("empty", Migrated);
        await Migrator.Migrate(server.Owner, CancellationToken.None);

        await using var seeded = await Clone(Migrated, Seeded);
        await using (var database = seeded.Connect())
        {
            await Seed.Fill(database, CancellationToken.None);
        }

        await using var located = await Clone(Seeded, Located);
        await PostalCodes.Load(located.Owner, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_readOnly.IsValueCreated)
        {
            await (await _readOnly.Value).DisposeAsync();
        }

        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A new database like the template.</summary>
    /// <param name="template">A template of this class or another database.</param>
    internal async Task<DatabaseServer> Clone(string template)
    {
        await _started.Value;
        return await Clone(template, $"test{Interlocked.Increment(ref _databases)}");
    }

    /// <summary>Removes a database that a test has done with, once or again, and whoever is still connected to it.</summary>
    internal Task Drop(string database) => Superuser("postgres", $"drop database if exists {database} with (force)");

    /// <summary>The service that <see cref="SharedSeed"/> is.</summary>
    internal Task<SeededService> ReadOnly() => _readOnly.Value;

    /// <summary>What the server has written to its log since it had a length.</summary>
    /// <param name="database">Of this database alone; null: of all.</param>
    internal string Logged(long since, string? database = null)
    {
        using var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = since;
        using var reader = new StreamReader(log);
        var written = reader.ReadToEnd();
        return database is null
            ? written
            : string.Concat(Entry().Split(written).Where(e => e.StartsWith(database + ": ", StringComparison.Ordinal)));
    }

    /// <summary>Runs SQL as the superuser.</summary>
    internal async Task Superuser(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(With(database, "postgres"));
        await connection.ExecuteAsync(sql, commandTimeout: 0);
    }

    /// <summary>The first value that it returns.</summary>
    internal async Task<T?> Superuser<T>(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(With(database, "postgres"));
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    private async Task<SeededService> StartReadOnly()
    {
        // Its classes together request more from one address than a network may.
        var service = new SeededService(this)
        {
            MoreSettings =
        [
            $"--RateLimits:Reads:Requests={Load.Flood}",
            $"--RateLimits:Search:Requests={Load.Flood}",
            $"--RateLimits:Locate:Requests={Load.Flood}",
        ]
        };
        await service.InitializeAsync(); // which writes the first epoch of a new database
        await Superuser("postgres", $"alter database {service.DatabaseName} set default_transaction_read_only = on");
        return service;
    }

    private async Task<DatabaseServer> Clone(string template, string name)
    {
        await Superuser("postgres", $"create database {name} template {template} {_strategy}");
        if (template != Bare)
        {
            // What roles.sql says of the database itself, which a clone lacks.
            await Superuser("postgres", $"""
                revoke all on database {name} from public;
                grant connect, create on database {name} to freedomcities_owner;
                grant connect on database {name} to freedomcities_app, freedomcities_reader;
                """);
        }

        return new DatabaseServer(
            With(name, "freedomcities_app"),
            With(name, "freedomcities_owner"),
            embedded: null,
            reader: With(name, "freedomcities_reader"));
    }

    // Of PostgreSQL 15 and later: 14 has no other.
    private async Task<string> CheapestStrategy()
    {
        await using var connection = new NpgsqlConnection(With("postgres", "postgres"));
        await connection.OpenAsync();
        return connection.PostgreSqlVersion.Major < 15 ? "" : "strategy file_copy";
    }

    // Its other lines begin with a tab.
    [GeneratedRegex(@"(?<=\n)(?!\t)")]
    private static partial Regex Entry();

    private string With(string database, string user) =>
        new NpgsqlConnectionStringBuilder(Postgres.SuperuserConnectionString)
        {
            Database = database,
            Username = user,
            Pooling = user is "freedomcities_app" or "freedomcities_reader" || database == "postgres",
        }.ConnectionString;
}
