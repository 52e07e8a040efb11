using Dapper;
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// Compares the versions in the table schema_migrations with the migrations of this program. A version before all of them belongs to a
/// schema that has no upgrade, because its migrations were squashed. Any other unknown version is of a newer program.
/// </summary>
internal static class SchemaVersions
{
    private const string AppliedSql = "select version from schema_migrations order by version";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <returns>The first version of an older schema; null: there is none.</returns>
    public static string? FindOlder(IEnumerable<string> applied) => Unknown(applied).FirstOrDefault(IsBeforeFirst);

    /// <returns>The last version of a newer program; null: there is none.</returns>
    public static string? FindNewer(IEnumerable<string> applied) => Unknown(applied).LastOrDefault(v => !IsBeforeFirst(v));

    /// <summary>The versions of a database; none, when it doesn't exist or was never migrated.</summary>
    public static async Task<string[]> Read(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        try
        {
            return await connection.Query<string>(AppliedSql, new { }, ct);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }

    /// <exception cref="ConfigurationException">The schema is older.</exception>
    public static void RefuseOlder(IEnumerable<string> applied)
    {
        if (FindOlder(applied) is { } version)
        {
            throw new ConfigurationException(
                $"The database has the schema of an older version (migration {version}), which has no upgrade: " +
                "create another database, run db/roles.sql on it as a superuser, set the connection strings to it, " +
                "then run the command migrate.");
        }
    }

    /// <summary>
    /// Refuses an older schema before the service starts. A database that doesn't answer is left to the readiness check.
    /// </summary>
    public static async Task RefuseOlder(NpgsqlDataSource database, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(Timeout);
        try
        {
            RefuseOlder(await database.Query<string>(AppliedSql, new { }, end.Token));
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // The database is unavailable, or was never migrated.
        }
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> applied) =>
        applied.Except(Migrator.Versions, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static bool IsBeforeFirst(string version) => string.CompareOrdinal(version, Migrator.Versions[0]) < 0;
}
