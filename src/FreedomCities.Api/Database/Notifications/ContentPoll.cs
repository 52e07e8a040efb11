using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database.Notifications;

/// <summary>Finds what was committed since the last poll in the change feed, which has a row for each published text.</summary>
internal sealed class ContentPoll(NpgsqlDataSource database)
{
    private const int MaxIds = 1_000;

    private const string ChangedSql = """
        select
          e.epoch,
          pg_current_snapshot()::text as snapshot,
          array(
            select distinct c.record_id
            from change c
            where c.epoch = e.epoch
              and c.xid >= pg_snapshot_xmin(@Since::text::pg_snapshot)
              and not pg_visible_in_snapshot(c.xid, @Since::text::pg_snapshot)
            limit @Rows
          ) as ids
        from (select feed_epoch()) as e (epoch)
        """;

    private PollResult? _last;

    /// <summary>The next poll reports that any record may have changed.</summary>
    public void Reset() => _last = null;

    /// <summary>Null: unknown, because the database doesn't respond.</summary>
    public async Task<ContentChange?> FindChanges(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
            end.CancelAfter(timeout);
            var last = _last;
            _last = (await database.QueryFirst<PollResult>(ChangedSql, new { Since = last?.Snapshot, Rows = MaxIds + 1 }, end.Token))!;
            return last?.Epoch == _last.Epoch && _last.Ids.Length <= MaxIds ? new ContentChange([.. _last.Ids]) : ContentChange.Everything;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            Reset();
            return null;
        }
    }

    private sealed record PollResult
    {
        public required string Epoch { get; init; }

        public required string Snapshot { get; init; }

        public required Guid[] Ids { get; init; }
    }
}
