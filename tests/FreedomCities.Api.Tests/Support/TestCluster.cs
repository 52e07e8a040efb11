using System.Text.RegularExpressions;
using Dapper;
using FreedomCities.Api.Content;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Locate;
using FreedomCities.Api.Editorial;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace FreedomCities.Api.Tests.Support;

/// <summary>One real PostgreSQL cluster for the run, with an empty, a migrated and a seeded database to clone.</summary>
public sealed partial class TestCluster : IAsyncLifetime
{
    /// <summary>The template of a database that nobody has prepared.</summary>
    internal const string Bare = "template1";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "fc-" + Path.GetRandomFileName());
    private EmbeddedPostgres? _postgres;
    private int _databases;

    internal EmbeddedPostgres Postgres => _postgres!;

    /// <summary>The server's own log, where failed statements and plans are written.</summary>
    internal string LogFile => Path.Combine(_folder, "data", "postgres.log");

    public async ValueTask InitializeAsync()
    {
        new ServiceCollection().AddContent(); // how Dapper reads columns of JSON
        _postgres = await EmbeddedPostgres.Start(Path.Combine(_folder, "data"), binaries: null, CancellationToken.None);
        // Stopping would take minutes if the files of every clone had to reach the disk.
        await Superuser("postgres", "alter system set fsync = off");
        await Superuser("postgres", "alter system set log_line_prefix = '%d: '");
        await Superuser("postgres", "select pg_reload_conf()");
        await using var empty = await Clone(Bare, "empty");
        await Superuser("empty", Embedded.Text("roles.sql"));
        await using var server = await Clone("empty", "migrated");
        await Migrator.Migrate(server.Owner, CancellationToken.None);
        await PostalCodes.Load(server.Owner, CancellationToken.None);

        await using var seeded = await Clone("migrated", "seeded");
        await using var database = seeded.Connect();
        await Seed.Fill(database, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A new database like the template: <see cref="Bare"/>, "empty" but for the roles' rights, "migrated" or "seeded".</summary>
    internal Task<DatabaseServer> Clone(string template) => Clone(template, $"test{Interlocked.Increment(ref _databases)}");

    /// <summary>What the server has written to its log since it had a length.</summary>
    /// <param name="database">Of this database alone; null: of all.</param>
    internal string Logged(long since, string? database = null)
    {
        using var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = since;
        using var reader = new StreamReader(log);
        var written = reader.ReadToEnd();
        return database is null ? written : string.Concat(Entry().Split(written).Where(e => e.StartsWith(database + ": ", StringComparison.Ordinal)));
    }

    /// <summary>Runs SQL as the superuser.</summary>
    internal async Task Superuser(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(With(database, "postgres"));
        await connection.ExecuteAsync(sql, commandTimeout: 0);
    }

    private async Task<DatabaseServer> Clone(string template, string name)
    {
        await Superuser("postgres", $"create database {name} template {template}");
        if (template != Bare)
        {
            await Superuser(name, Embedded.Text("roles.sql")); // a clone lacks what it says of the database
        }

        return new DatabaseServer(With(name, "freedomcities_app"), With(name, "freedomcities_owner"), embedded: null);
    }

    // Its other lines begin with a tab.
    [GeneratedRegex(@"(?<=\n)(?!\t)")]
    private static partial Regex Entry();

    private string With(string database, string user) =>
        new NpgsqlConnectionStringBuilder(Postgres.SuperuserConnectionString) { Database = database, Username = user, Pooling = user == "freedomcities_app" }.ConnectionString;
}
