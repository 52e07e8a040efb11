
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>Reads the secrets with the app role: the role of readers may not.</summary>
internal sealed class SecretQueries([FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource database)
{
    private const string FindSql = "select value from secret where name = @Name";

    public async Task<byte[]> Find(string name, CancellationToken ct) =>
        await database.QueryFirst<byte[]>(FindSql, new { Name = name }, ct)
        ?? throw new InvalidOperationException($"The table secret lacks '{name}', which a migration inserts.");
}
