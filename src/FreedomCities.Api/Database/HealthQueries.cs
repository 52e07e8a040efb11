using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database;

internal sealed class HealthQueries(ReadConnections database)
{
    private const string IsMigratedSql = "select count(*) = cardinality(@Versions) from schema_migrations where version = any (@Versions)";

    /// <summary>Whether the database responds to requests and has all migrations of this version.</summary>
    public Task<bool> IsMigrated(CancellationToken ct) => IsTrue(database.QueryFirst<bool>(IsMigratedSql, new { Migrator.Versions }, ct));

    /// <summary>Whether the database of a command has all migrations of this version.</summary>
    public static Task<bool> IsMigrated(NpgsqlDataSource database, CancellationToken ct) =>
        IsTrue(database.QueryFirst<bool>(IsMigratedSql, new { Migrator.Versions }, ct));

    private static async Task<bool> IsTrue(Task<bool> answer)
    {
        try
        {
            return await answer;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
    }
}
