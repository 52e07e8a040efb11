using Dapper;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Delivery.Locate.Places;
using Npgsql;

namespace FreedomCities.Api.Benchmarks;

/// <summary>A migrated database of its own, in a folder that is removed with it.</summary>
internal sealed class ScratchDatabase(EmbeddedPostgres postgres, string folder) : IAsyncDisposable
{
    public DatabaseServer Server { get; } = new(postgres.AppConnectionString, postgres.OwnerConnectionString, postgres, reader: postgres.ReaderConnectionString);

    /// <param name="migrate">Creates the schema. Default: that of this program.</param>
    public static async Task<ScratchDatabase> Start(CancellationToken ct, Func<DatabaseServer, Task>? migrate = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), "fc-" + Path.GetRandomFileName());
        var binaries = ServiceSettings.Read(Program.Builder([]).Configuration).Postgres.Binaries;
        var postgres = await EmbeddedPostgres.Start(folder, binaries, TextWriter.Null, ct);
        var database = new ScratchDatabase(postgres, folder);
        try
        {
            await database.Prepare(migrate, ct);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>With so many published entries of invented words.</summary>
    public static async Task<ScratchDatabase> Filled(int entries, CancellationToken ct, Func<DatabaseServer, Task>? migrate = null)
    {
        var database = await Start(ct, migrate);
        await using var superuser = await database.Superuser(ct);
        await Fill.With(Synthetic.OfWords().Entries(entries), "en", superuser, ct);
        return database;
    }

    public async Task<NpgsqlConnection> Superuser(CancellationToken ct)
    {
        var connection =
            new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(postgres.SuperuserConnectionString) { Database = "freedomcities" }.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Prepare(Func<DatabaseServer, Task>? migrate, CancellationToken ct)
    {
        // Nothing here is kept: no need to wait for the disk.
        await using var superuser = await Superuser(ct);
        await superuser.ExecuteAsync("alter system set fsync = off");
        await superuser.ExecuteAsync("select pg_reload_conf()");
        if (migrate is not null)
        {
            await migrate(Server);
            return;
        }

        await Migrator.Migrate(Server.Owner, ct);
        await PostalCodes.Load(Server.Owner, ct);
    }
}
