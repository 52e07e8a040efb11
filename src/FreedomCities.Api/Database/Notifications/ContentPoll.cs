using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database.Notifications;

/// <summary>Asks what was committed since it was asked last: by the feed of changes, which has a row for whatever is published.</summary>
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

    private Answer? _last;

    /// <summary>From now on anything may have changed.</summary>
    public void Reset() => _last = null;

    /// <summary>Null: it isn't known, because the database doesn't answer.</summary>
    public async Task<ContentChange?> FindChanges(TimeSpan patience, CancellationToken ct)
    {
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
            end.CancelAfter(patience);
            var (last, now) = (_last, await database.QueryFirst<Answer>(ChangedSql, new { Since = _last?.Snapshot, Rows = MaxIds + 1 }, end.Token));
            _last = now!;
            return last?.Epoch == _last.Epoch && _last.Ids.Length <= MaxIds ? new ContentChange([.. _last.Ids]) : ContentChange.Everything;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            Reset();
            return null;
        }
    }

    private sealed record Answer
    {
        public required string Epoch { get; init; }

        public required string Snapshot { get; init; }

        public required Guid[] Ids { get; init; }
    }
}
