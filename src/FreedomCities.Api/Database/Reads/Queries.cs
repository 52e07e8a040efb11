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
        database.Use(async (c, end) => await c.Query<T>(sql, parameters, end) is [var first, ..] ? first : default, ct);

    public static Task<T[]> Query<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        Use(database.OpenConnectionAsync, (c, end) => All<T>(c, sql, parameters, end), ct);

    public static Task<T?> QueryFirst<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken ct) =>
        Use(database.OpenConnectionAsync, (c, end) => First<T>(c, sql, parameters, end), ct);

    /// <summary>As <see cref="ReadConnection.Prepared{T}(string, NpgsqlParameter[], CancellationToken)"/>.</summary>
    public static Task<T[]> Prepared<T>(this ReadConnections database, string sql, NpgsqlParameter[] parameters, CancellationToken ct) =>
        database.Use((c, end) => c.Prepared<T>(sql, parameters, end), ct);

    /// <summary>The first row of the same.</summary>
    public static Task<T?> PreparedFirst<T>(this ReadConnections database, string sql, NpgsqlParameter[] parameters, CancellationToken ct) =>
        database.Use(async (c, end) => await c.Prepared<T>(sql, parameters, end) is [var first, ..] ? first : default, ct);

    /// <summary>
    /// A page of a list, in one picture of the database: its ids by a statement that is planned for the filters that were given, and their
    /// records by one that is planned once.
    /// </summary>
    /// <param name="records">Its parameter Ids is the page, in its order.</param>
    public static Task<T[]> QueryPage<T>(
        this ReadConnections database, string ids, object filters, string records, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        return database.Use(Read, ct);

        async Task<T[]> Read(ReadConnection connection, CancellationToken end)
        {
            await using var picture = await connection.Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, end);
            var page = await connection.QueryOften<Guid>(ids, filters, end);
            var items = await connection.Prepared<T>(records, [.. parameters, new("Ids", page)], end);
            await picture.CommitAsync(end);
            return items;
        }
    }

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

    private static async Task<T[]> All<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))];

    private static Task<T?> First<T>(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct) =>
        connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct));

    // Npgsql's cancellation asks the server and waits for it: one that hangs would take all threads of the pool, one for each statement.
    private static void CancelAside(CancellationTokenSource statement) =>
        _ = Task.Factory.StartNew(statement.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
