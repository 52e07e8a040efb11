using Dapper;
using Npgsql;

namespace FreedomCities.Api.Database.Reads;

/// <summary>
/// Position of the primary, for a standby to compare: the end of its write-ahead log. Where the server doesn't disclose that, its snapshot:
/// the transactions that have ended.
/// </summary>
internal sealed class PrimaryPosition(NpgsqlDataSource background)
{
    // The flushed position counts where the inserted one is only a page header ahead: a standby replays no header without a record.
    private const string PositionSql = """
        select (case when w.inserted - w.flushed <= 40 and (w.flushed - '0/0') % 8192 = 0 then w.flushed else w.inserted end)::text
        from (select pg_current_wal_insert_lsn(), pg_current_wal_flush_lsn()) as w (inserted, flushed)
        """;

    private const string SnapshotSql = "select pg_current_snapshot()::text";

    private const string HasReplayedSql = "select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= @position::pg_lsn";

    // A standby's snapshot doesn't list running transactions. From its xmin on any may be running, unless the primary lists it too.
    private const string HasReplayedSnapshotSql = """
        select not pg_is_in_recovery() or not exists (
          select
          from generate_series(
            pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
            pg_snapshot_xmax(@position::pg_snapshot)::text::bigint - 1
          ) as maybe_running (xid)
          where pg_visible_in_snapshot(maybe_running.xid::text::xid8, @position::pg_snapshot)
        )
        """;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(500);

    /// <summary>Null: the primary is down.</summary>
    public async Task<string?> Find()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            return await FindLogPosition(timeout.Token);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }

    public static async Task<bool> IsReplayed(NpgsqlConnection connection, string position, CancellationToken ct)
    {
        var sql = position.Contains('/', StringComparison.Ordinal) ? HasReplayedSql : HasReplayedSnapshotSql;
        try
        {
            return await connection.ExecuteScalarAsync<bool>(new(sql, new { position }, cancellationToken: ct));
        }
        catch (PostgresException e) when (IsNotDisclosed(e))
        {
            return false;
        }
    }

    private async Task<string?> FindLogPosition(CancellationToken ct)
    {
        try
        {
            return await background.QueryFirst<string>(PositionSql, new { }, ct);
        }
        catch (PostgresException e) when (IsNotDisclosed(e))
        {
            return await background.QueryFirst<string>(SnapshotSql, new { }, ct);
        }
    }

    private static bool IsNotDisclosed(PostgresException e) => e.SqlState is
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFunction;
}
