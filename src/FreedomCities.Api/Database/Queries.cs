using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>Runs one statement on a connection of its own. Statements are constants; values are parameters.</summary>
internal static class Queries
{
    public static async Task<IReadOnlyList<T>> Query<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))];
    }

    public static async Task<T?> QueryFirst<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }
}
