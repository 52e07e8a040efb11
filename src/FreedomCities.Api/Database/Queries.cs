using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>Runs one statement on a connection of its own. Statements are constants; values are parameters.</summary>
internal static class Queries
{
    public static Task<IReadOnlyList<T>> Query<T>(this ReadConnections database, string sql, object parameters, CancellationToken ct) =>
        database.Use(c => All<T>(c, sql, parameters, ct), ct);

    public static Task<T?> QueryFirst<T>(this ReadConnections database, string sql, object parameters, CancellationToken ct) =>
        database.Use(c => First<T>(c, sql, parameters, ct), ct);

    public static Task<IReadOnlyList<T>> Query<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        database.Use(c => All<T>(c, sql, parameters, ct), ct);

    public static Task<T?> QueryFirst<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        database.Use(c => First<T>(c, sql, parameters, ct), ct);

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

    private static async Task<IReadOnlyList<T>> All<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))];

    private static Task<T?> First<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct) =>
        connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct));
}
