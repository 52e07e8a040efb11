using Npgsql;

namespace FreedomCities.Api.Database;

internal sealed class HealthQueries([FromKeyedServices(DatabaseServices.Background)] NpgsqlDataSource database)
{
    private const string IsMigratedSql = "select count(*) = cardinality(@Versions) from schema_migrations where version = any (@Versions)";

    // Without its primary it still answers readers.
    private readonly NpgsqlDataSource _database = database is NpgsqlMultiHostDataSource hosts ? hosts.WithTargetSession(TargetSessionAttributes.PreferPrimary) : database;

    /// <summary>Whether the database answers and has all migrations of this version.</summary>
    public async Task<bool> IsMigrated(CancellationToken ct)
    {
        try
        {
            return await _database.QueryFirst<bool>(IsMigratedSql, new { Migrator.Versions }, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
    }
}
