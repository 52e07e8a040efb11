using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>Runs one statement on a connection of its own. Statements are constants; values are parameters.</summary>
internal static class Queries
{
    public static Task<IReadOnlyList<T>> Query<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        database.Use<IReadOnlyList<T>>(async c => [.. await c.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))], ct);

    public static Task<T?> QueryFirst<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        database.Use(c => c.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct)), ct);

    /// <summary>
    /// Uses a connection until <paramref name="ct"/> is cancelled. When the server hangs Npgsql goes on waiting for it, and is left to it:
    /// what <paramref name="use"/> does may happen after that.
    /// </summary>
    public static Task<T> Use<T>(this NpgsqlDataSource database, Func<NpgsqlConnection, Task<T>> use, CancellationToken ct)
    {
        return OnConnection().WaitAsync(ct);

        async Task<T> OnConnection()
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            return await use(connection);
        }
    }
}
