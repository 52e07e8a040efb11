using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// Applies db/migrations, which are in dbmate's format, and records them in dbmate's table schema_migrations: either tool can continue the
/// work of the other. Each migration is a transaction. An advisory lock serialises concurrent runs. Its own transaction holds the lock,
/// because a pooler may run each transaction in another session.
/// </summary>
internal static class Migrator
{
    private const long LockKey = 0x46_43_6d_69_67_72; // "FCmigr"

    private const string LockSql = """
        select
          set_config('idle_in_transaction_session_timeout', '0', true),
          set_config('statement_timeout', '0', true),
          set_config('lock_timeout', '0', true),
          pg_advisory_xact_lock(@LockKey)
        """;

    internal sealed record Migration(string Version, string Up, string Down);

    public static Migration[] All { get; } = [.. EmbeddedFiles.ListNames("migrations").Select(Parse)];

    public static string[] Versions { get; } = [.. All.Select(m => m.Version)];

    /// <returns>The versions that were applied by this run.</returns>
    public static async Task<string[]> Migrate(string ownerConnectionString, CancellationToken ct)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false }.ConnectionString;
        await using var locking = new NpgsqlConnection(unpooled);
        await using var connection = new NpgsqlConnection(unpooled);
        try
        {
            await locking.OpenAsync(ct);
            await using var transaction = await locking.BeginTransactionAsync(ct);
            await locking.ExecuteAsync(new(LockSql, new { LockKey }, commandTimeout: 0, cancellationToken: ct));
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync(new(
                "create table if not exists schema_migrations (version varchar(128) primary key)",
                cancellationToken: ct));
            var applied = await connection.Query<string>("select version from schema_migrations", new { }, ct);
            SchemaVersions.RefuseOlder(applied);

            var pending = All.ExceptBy(applied, m => m.Version, StringComparer.Ordinal).ToArray();
            foreach (var migration in pending)
            {
                await Apply(connection, migration, ct);
            }

            return [.. pending.Select(m => m.Version)];
        }
        catch (PostgresException e) when (IsRoleError(e))
        {
            throw new ConfigurationException(
                $"The database can't be migrated: {e.MessageText}. Run db/roles.sql on it as a superuser, " +
                "set ConnectionStrings__FreedomCitiesOwner to log in as freedomcities_owner, then migrate again.");
        }
    }

    private static async Task Apply(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new(migration.Up, transaction: transaction, commandTimeout: 0, cancellationToken: ct));
        await connection.ExecuteAsync(new(
            "insert into schema_migrations (version) values (@Version)", new { migration.Version }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }

    private static bool IsRoleError(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidPassword => true,
        PostgresErrorCodes.InsufficientPrivilege => true,
        PostgresErrorCodes.UndefinedObject => e.MessageText.StartsWith("role", StringComparison.Ordinal),
        _ => false,
    };

    private static Migration Parse(string name)
    {
        var text = EmbeddedFiles.Text(name);
        var up = text.IndexOf("-- migrate:up", StringComparison.Ordinal);
        var down = text.IndexOf("-- migrate:down", StringComparison.Ordinal);
        return up >= 0 && down > up
            ? new Migration(Path.GetFileName(name).Split('_')[0], text[up..down], text[down..])
            : throw new FormatException($"{name} needs a '-- migrate:up' and, after it, a '-- migrate:down'.");
    }
}
