using Dapper;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>How the feed is, beside its changes.</summary>
internal sealed record FeedState
{
    /// <summary>Names the history of transactions: places in another mean nothing here.</summary>
    public required string Epoch { get; init; }

    public required long RemovedXid { get; init; }

    public required long RemovedNumber { get; init; }

    /// <summary>Up to where changes were removed for their age.</summary>
    public (long Xid, long Number) Removed => (RemovedXid, RemovedNumber);

    /// <summary>The change of the cursor is there, or was removed last: a promotion or a restore of the whole server may have lost it.</summary>
    public required bool HasCursor { get; init; }
}

/// <summary>What was read after a cursor.</summary>
/// <param name="Last">The last change of the feed, whatever was asked for, just before.</param>
/// <param name="IsHeldBack">A change was committed that an older transaction, still open, kept out of the feed just before.</param>
/// <param name="Changes">At most one more than the limit: then there are more.</param>
internal sealed record FeedReading((long Xid, long Number) Last, bool IsHeldBack, Change[] Changes, int Limit, FeedState State)
{
    public ChangeList After(FeedCursor since)
    {
        Change[] items = [.. Changes.Take(Limit)];
        var more = Changes.Length > Limit;
        var read = items is [.., var last] ? since.UpTo((last.Xid, last.Number), State) : since;
        return new ChangeList { Items = items, Cursor = (more ? read : read.UpTo(Last, State)).Text, More = more };
    }
}

internal sealed class ChangeQueries(ReadConnections database, [FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource background)
{
    /// <summary>The last change that is delivered already, or was.</summary>
    public const string LastSql = """
        select p.xid, p.number
        from (
          (
            select c.xid::text::bigint as xid, c.number
            from change c
            where c.epoch = (select feed_epoch())
              and c.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by c.xid desc, c.number desc
            limit 1
          )
          union all
          select h.xid::text::bigint, h.number from change_horizon h where h.epoch = (select feed_epoch())
        ) p
        order by p.xid desc, p.number desc
        limit 1
        """;

    // Read before the changes. After them, a transaction that ends in between would leave its change unread and nothing to look again for.
    private const string HeldBackSql = """
        select exists (
          select
          from change c
          where c.epoch = (select feed_epoch())
            and c.xid >= pg_snapshot_xmin(pg_current_snapshot())
        )
        """;

    // What is below the oldest transaction that runs is final: nothing can be committed before it any more.
    private const string ChangesSql = """
        select
          c.type,
          c.slug,
          c.language,
          c.action,
          c.revision,
          c.significance,
          c.reason,
          (select r.slug from record r where r.id = replacement(c.replaced_by)) as replaced_by,
          c.renamed_from,
          c.at,
          c.xid::text::bigint as xid,
          c.number
        from change c
        where c.epoch = (select feed_epoch())
          and (c.xid, c.number) > (@Xid::text::xid8, @Number)
          and c.xid < pg_snapshot_xmin(pg_current_snapshot())
          and (@Types::text[] is null or c.type = any (@Types))
          and (@Lang::text is null or lower(c.language) = lower(@Lang))
        order by c.xid, c.number
        limit @Rows
        """;

    private const string LagSql = """
        select extract(epoch from now() - min(c.noted_at))::double precision
        from change c
        where c.epoch = (select feed_epoch())
          and c.xid >= pg_snapshot_xmin(pg_current_snapshot())
        """;

    // Read after the changes: what was removed between is reported, not passed by.
    private const string StateSql = """
        select
          e.epoch,
          coalesce(h.xid::text::bigint, 0) as removed_xid,
          coalesce(h.number, 0) as removed_number,
          (pg_is_in_recovery() and @Xid::text::xid8 >= pg_snapshot_xmin(pg_current_snapshot())) -- a standby may lack it still
            or exists (select from change given where given.epoch = e.epoch and given.xid = @Xid::text::xid8 and given.number = @Number)
            or (coalesce(h.xid::text::bigint, 0), coalesce(h.number, 0)) = (@Xid, @Number) as has_cursor
        from (select feed_epoch()) as e (epoch)
        left join change_horizon h on h.epoch = e.epoch
        """;

    private const string RemoveSql = """
        with gone as (
          delete from change
          where noted_at < now() - make_interval(days => @Days)
            and xid < pg_snapshot_xmin(pg_current_snapshot())
          returning epoch, xid, number
        )
        insert into change_horizon as h (epoch, xid, number)
        select distinct on (epoch) epoch, xid, number
        from gone
        order by epoch, xid desc, number desc
        on conflict (epoch) do update
        set xid = excluded.xid,
            number = excluded.number
        where (excluded.xid, excluded.number) > (h.xid, h.number)
        """;

    private const string BeginEpochSql = "select note_everything()";

    public Task<FeedReading> Read(ChangesRequest request, FeedCursor since, CancellationToken ct) =>
        database.Use((connection, end) => Read(connection, request, since, end), ct);

    /// <summary>Age in seconds of the oldest change that an open transaction keeps out of the feed; 0: there is none.</summary>
    public async Task<double> Lag(CancellationToken ct) => await background.QueryFirst<double?>(LagSql, new { }, ct) ?? 0;

    /// <summary>Removes what is older, and remembers up to where.</summary>
    public Task Remove(int days, CancellationToken ct) => Run(RemoveSql, new { Days = days }, ct);

    /// <summary>Begins the feed of a new epoch with all that is published.</summary>
    public Task BeginEpoch(CancellationToken ct) => Run(BeginEpochSql, new { }, ct);

    // However long it takes: it would begin anew each time.
    private async Task Run(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await background.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, parameters, commandTimeout: 0, cancellationToken: ct));
    }

    private static Task<FeedReading> Read(ReadConnection connection, ChangesRequest request, FeedCursor since, CancellationToken ct)
    {
        var limit = request.Limit ?? ChangesRequest.DefaultLimit;
        return connection.Query(
            [LastSql, HeldBackSql, ChangesSql, StateSql],
            new { since.Xid, since.Number, Types = request.Types?.Items, Lang = request.Lang?.Text, Rows = limit + 1 },
            async results => new FeedReading(
                await ReadConnection.Result<(long, long)>(results, ct) is [var last] ? last : default,
                (await ReadConnection.Result<bool>(results, ct))[0],
                await ReadConnection.Result<Change>(results, ct),
                limit,
                (await ReadConnection.Result<FeedState>(results, ct))[0]),
            ct);
    }
}
