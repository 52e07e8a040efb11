using System.Data;
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

    /// <summary>As <see cref="ReadConnection.QueryWithGenericPlan{T}(string, NpgsqlParameter[], CancellationToken)"/>.</summary>
    public static Task<T[]> QueryWithGenericPlan<T>(
        this ReadConnections database, string sql, NpgsqlParameter[] parameters, CancellationToken ct) =>
        database.Use((c, end) => c.QueryWithGenericPlan<T>(sql, parameters, end), ct);

    /// <summary>The first row of the same.</summary>
    public static Task<T?> QueryFirstWithGenericPlan<T>(
        this ReadConnections database, string sql, NpgsqlParameter[] parameters, CancellationToken ct) =>
        database.Use(async (c, end) => First(await c.QueryWithGenericPlan<T>(sql, parameters, end)), ct);

    /// <summary>
    /// Reads a page of a list in one snapshot of the database: its ids with a custom plan for the given filters, and their records with a
    /// generic plan.
    /// </summary>
    /// <param name="records">Its parameter Ids is the page, in its order.</param>
    public static Task<T[]> QueryPage<T>(
        this ReadConnections database, string ids, object filters, string records, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        return database.Use(Read, ct);

        async Task<T[]> Read(ReadConnection connection, CancellationToken end)
        {
            await using var snapshot = await connection.Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, end);
            var page = await connection.QueryPrepared<Guid>(ids, filters, end);
            var items = await connection.QueryWithGenericPlan<T>(records, [.. parameters, new("Ids", page)], end);
            await snapshot.CommitAsync(end);
            return items;
        }
    }

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
