using Dapper;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Responses;
using Npgsql;

namespace FreedomCities.Api.Delivery.Changes;

internal sealed class ChangeQueries(
    ReadConnections database, [FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource background, PublicUrl site)
{
    /// <summary>Last change that the feed delivers, or the horizon.</summary>
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

    // Must run before ChangesSql. Otherwise a transaction that ends in between leaves its change unread, and no retry is scheduled.
    private const string HeldBackSql = """
        select exists (
          select
          from change c
          where c.epoch = (select feed_epoch())
            and c.xid >= pg_snapshot_xmin(pg_current_snapshot())
        )
        """;

    // Changes below the oldest open transaction are final: no transaction can commit before them any more.
    private const string ChangesSql = """
        select
          c.type,
          c.record_id as id,
          c.slug,
          c.language,
          c.action,
          c.revision,
          c.significance,
          c.reason,
          c.replaced_by,
          c.renamed_from,
          c.caused_by,
          format('%s/v1/%ss/%s?lang=%s', @Prefix::text, c.type, c.slug, c.language) as url,
          c.at,
          case when @WithRecords and c.action = 'upsert' then (
            select s.document from served s where s.record_id = c.record_id and s.language = c.language
          ) end as document,
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

    // Filters don't matter: a snapshot has everything.
    private const string IsFarBehindSql = """
        select exists (
          select
          from change c
          where c.epoch = (select feed_epoch())
            and (c.xid, c.number) > (@Xid::text::xid8, @Number)
          offset 1000
        )
        """;

    private const string LagSql = """
        select extract(epoch from now() - min(c.logged_at))::double precision
        from change c
        where c.epoch = (select feed_epoch())
          and c.xid >= pg_snapshot_xmin(pg_current_snapshot())
        """;

    // Must run after ChangesSql, so that changes removed in between are detected.
    private const string StateSql = """
        select
          e.epoch,
          coalesce(h.xid::text::bigint, 0) as removed_xid,
          coalesce(h.number, 0) as removed_number,
          (pg_is_in_recovery() and @Xid::text::xid8 >= pg_snapshot_xmin(pg_current_snapshot())) -- a standby may not have replayed it yet
            or exists (select from change given where given.epoch = e.epoch and given.xid = @Xid::text::xid8 and given.number = @Number)
            or (coalesce(h.xid::text::bigint, 0), coalesce(h.number, 0)) = (@Xid, @Number) as has_cursor
        from (select feed_epoch()) as e (epoch)
        left join change_horizon h on h.epoch = e.epoch
        """;

    private const string RemoveSql = """
        with gone as (
          delete from change
          where logged_at < now() - make_interval(days => @Days)
            and (epoch <> (select feed_epoch()) or xid < pg_snapshot_xmin(pg_current_snapshot()))
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

    private const string BeginEpochSql = "select begin_epoch()";

    public Task<FeedReading> Read(ChangesRequest request, FeedCursor since, CancellationToken ct) =>
        database.Use((connection, end) => Read(connection, request, since, end), ct);

    /// <summary>Age in seconds of the oldest change that an open transaction holds back. 0: none.</summary>
    public async Task<double> Lag(CancellationToken ct) => await background.QueryFirst<double?>(LagSql, new { }, ct) ?? 0;

    /// <summary>Removes older changes and moves the horizon.</summary>
    public Task Remove(int days, CancellationToken ct) => Run(RemoveSql, new { Days = days }, ct);

    /// <summary>Starts the feed of a new epoch with every published text.</summary>
    public Task BeginEpoch(CancellationToken ct) => Run(BeginEpochSql, new { }, ct);

    // No timeout: after one, the next run would start from the beginning.
    private async Task Run(string sql, object parameters, CancellationToken ct)
    {
        await using var connection = await background.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, parameters, commandTimeout: 0, cancellationToken: ct));
    }

    private Task<FeedReading> Read(ReadConnection connection, ChangesRequest request, FeedCursor since, CancellationToken ct)
    {
        var limit = request.Limit ?? ChangesRequest.DefaultLimit;
        return connection.QueryPrepared(
            [LastSql, HeldBackSql, ChangesSql, IsFarBehindSql, StateSql],
            new
            {
                since.Xid,
                since.Number,
                Types = request.Types?.Items,
                Lang = request.Lang?.Text,
                Rows = limit + 1,
                request.WithRecords,
                Prefix = site.LinkTo(""),
            },
            async results => new FeedReading(
                await ReadConnection.ReadResult<(long, long)>(results, ct) is [var last] ? last : default,
                (await ReadConnection.ReadResult<bool>(results, ct))[0],
                await ReadConnection.ReadResult<Change>(results, ct),
                (await ReadConnection.ReadResult<bool>(results, ct))[0],
                limit,
                (await ReadConnection.ReadResult<FeedState>(results, ct))[0]),
            ct);
    }
}
