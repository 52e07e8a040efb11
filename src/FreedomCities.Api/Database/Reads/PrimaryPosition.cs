using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>How far the primary is, for a standby to compare: the end of its log, or, where the server doesn't tell that, the transactions that had ended.</summary>
internal sealed class PrimaryPosition(NpgsqlDataSource background)
{
    // The end of what is written. Behind the last record of a page insertion goes on after the next one's header, which nobody replays alone.
    private const string PositionSql = """
        select (case when w.inserted - w.flushed <= 40 and (w.flushed - '0/0') % 8192 = 0 then w.flushed else w.inserted end)::text
        from (select pg_current_wal_insert_lsn(), pg_current_wal_flush_lsn()) as w (inserted, flushed)
        """;

    private const string SnapshotSql = "select pg_current_snapshot()::text";

    private const string HasReplayedSql = "select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= @position::pg_lsn";

    // A standby's snapshot lists no running transactions: each from its xmin on may be one, unless it ran on the primary too.
    private const string HasReplayedAllSql = """
        select not pg_is_in_recovery() or not exists (
          select
          from generate_series(
            pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
            pg_snapshot_xmax(@position::pg_snapshot)::text::bigint - 1
          ) as maybe_running (xid)
          where pg_visible_in_snapshot(maybe_running.xid::text::xid8, @position::pg_snapshot)
        )
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Null: the primary is away.</summary>
    public async Task<string?> Read()
    {
        try
        {
            using var end = new CancellationTokenSource(Patience);
            try
            {
                return await background.QueryFirst<string>(PositionSql, new { }, end.Token);
            }
            catch (PostgresException e) when (IsRefused(e))
            {
                return await background.QueryFirst<string>(SnapshotSql, new { }, end.Token);
            }
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }

    public static async Task<bool> IsReplayed(NpgsqlConnection connection, string position, CancellationToken ct)
    {
        var sql = position.Contains('/', StringComparison.Ordinal) ? HasReplayedSql : HasReplayedAllSql;
        try
        {
            return await connection.ExecuteScalarAsync<bool>(new(sql, new { position }, cancellationToken: ct));
        }
        catch (PostgresException e) when (IsRefused(e))
        {
            return false;
        }
    }

    private static bool IsRefused(PostgresException e) => e.SqlState is
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFunction;
}
