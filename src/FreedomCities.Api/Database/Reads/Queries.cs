using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>Runs one statement on a connection of its own. Statements are constants; values are parameters.</summary>
internal static class Queries
{
    public static Task<T[]> Query<T>(this ReadConnections database, string sql, object parameters, CancellationToken ct) =>
        database.Use((c, end) => c.Query<T>(sql, parameters, end), ct);

    public static Task<T?> QueryFirst<T>(this ReadConnections database, string sql, object parameters, CancellationToken ct) =>
        database.Use(async (c, end) => First(await c.Query<T>(sql, parameters, end)), ct);

    public static Task<T[]> Query<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        Use(database.OpenConnectionAsync, (c, end) => All<T>(c, sql, parameters, end), ct);

    public static Task<T?> QueryFirst<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        Use(database.OpenConnectionAsync, (c, end) => First<T>(c, sql, parameters, end), ct);

    /// <summary>
    /// Uses a connection until <paramref name="ct"/> is cancelled. When the server hangs, Npgsql goes on waiting for it, but this method
    /// returns: <paramref name="use"/> may continue after the cancellation.
    /// </summary>
    public static Task<T> Use<T>(
        Func<CancellationToken, ValueTask<NpgsqlConnection>> open,
        Func<NpgsqlConnection, CancellationToken, Task<T>> use,
        CancellationToken ct)
    {
        return OnConnection().WaitAsync(ct);

        async Task<T> OnConnection()
        {
            await using var connection = await open(ct);
            var end = new CancellationTokenSource();
            await using var registration = ct.Register(() => CancelOnOtherThread(end));
            return await use(connection, end.Token);
        }
    }

    private static T? First<T>(T[] rows) => rows.Length > 0 ? rows[0] : default;

    private static async Task<T[]> All<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))];

    private static Task<T?> First<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct) =>
        connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct));

    // Npgsql's cancellation sends a request to the server and blocks. While a server hangs, it would occupy a pool thread per statement.
    private static void CancelOnOtherThread(CancellationTokenSource statement) => _ = Task.Factory.StartNew(
        statement.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
