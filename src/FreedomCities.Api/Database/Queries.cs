using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>Runs one statement on a connection of its own. Statements are constants; values are parameters.</summary>
internal static class Queries
{
    public static Task<IReadOnlyList<T>> Query<T>(this ReadConnections database, string sql, object parameters, CancellationToken ct) =>
        database.Use((c, end) => All<T>(c, sql, parameters, end), ct);

    public static Task<T?> QueryFirst<T>(this ReadConnections database, string sql, object parameters, CancellationToken ct) =>
        database.Use((c, end) => First<T>(c, sql, parameters, end), ct);

    public static Task<IReadOnlyList<T>> Query<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        Use(database.OpenConnectionAsync, (c, end) => All<T>(c, sql, parameters, end), ct);

    public static Task<T?> QueryFirst<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        Use(database.OpenConnectionAsync, (c, end) => First<T>(c, sql, parameters, end), ct);

    /// <summary>
    /// Uses a connection until <paramref name="ct"/> is cancelled. When the server hangs Npgsql goes on waiting for it, and is left to it:
    /// what <paramref name="use"/> does may happen after that.
    /// </summary>
    public static Task<T> Use<T>(
        Func<CancellationToken, ValueTask<NpgsqlConnection>> open, Func<NpgsqlConnection, CancellationToken, Task<T>> use, CancellationToken ct)
    {
        return OnConnection().WaitAsync(ct);

        async Task<T> OnConnection()
        {
            await using var connection = await open(ct);
            var end = new CancellationTokenSource();
            await using var over = ct.Register(() => CancelAside(end));
            return await use(connection, end.Token);
        }
    }

    private static async Task<IReadOnlyList<T>> All<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))];

    private static Task<T?> First<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct) =>
        connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct));

    // Npgsql's cancellation asks the server and waits for it: one that hangs would take all threads of the pool, one for each statement.
    private static void CancelAside(CancellationTokenSource statement) =>
        _ = Task.Factory.StartNew(statement.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
