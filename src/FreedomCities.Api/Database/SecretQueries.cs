
using FreedomCities.Api.Database.Reads;

namespace FreedomCities.Api.Database;

internal sealed class SecretQueries(ReadConnections database)
{
    private const string FindSql = "select value from secret where name = @Name";

    public async Task<byte[]> Find(string name, CancellationToken ct) =>
        await database.QueryFirst<byte[]>(FindSql, new { Name = name }, ct)
        ?? throw new InvalidOperationException($"The table secret lacks '{name}', which a migration inserts.");
}
