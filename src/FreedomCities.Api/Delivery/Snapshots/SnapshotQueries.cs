using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Delivery.Changes;
using FreedomCities.Api.Http.Requests;
using Npgsql;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Identifies the content of a database snapshot. Different content has a different state.</summary>
internal sealed record SnapshotState
{
    public required string Epoch { get; init; }

    /// <summary>Last change in the snapshot. The feed delivers all later changes.</summary>
    public required long Xid { get; init; }

    public required long Number { get; init; }

    /// <summary>Number of later changes that the snapshot already contains. It only grows while the last change stays the same.</summary>
    public required long HeldBack { get; init; }

    /// <summary>Number of past events, which changes without an edit.</summary>
    public required long PastEvents { get; init; }
}

/// <summary>Queries all records in one database snapshot, row by row.</summary>
internal sealed class SnapshotQueries(ReadConnections database)
{
    // Timeout for each row of a server that has stopped responding.
    private const int PatienceSeconds = 5;

    private const string StateSql = $"""
        select
          feed_epoch() as epoch,
          coalesce(last.xid, 0) as xid,
          coalesce(last.number, 0) as number,
          (
            select count(*)
            from change c
            where c.epoch = (select feed_epoch())
              and c.xid >= pg_snapshot_xmin(pg_current_snapshot())
          ) as held_back,
          (select count(*) from resource s where s.event_date < (now() at time zone 'UTC')::date) as past_events
        from (select) one
        left join lateral ({ChangeQueries.LastSql}) last on true
        """;

    // A statement runs for as long as the client reads the response.
    private const string UntimedSql = "set local statement_timeout = 0";

    private const string LanguagesSql = """
        select distinct language
        from translation
        where status = 'published'
          and (@Lang::text is null or lower(language) = lower(@Lang))
        order by language
        """;

    private const string OfOneLanguage = """
        where t.language = @Language
        order by r.id
        """;

    private const string TopicsSql = $"""
        {TopicQueries.Select}
        {OfOneLanguage}
        """;

    private const string FaqsSql = $"""
        {FaqQueries.Select}
        {OfOneLanguage}
        """;

    private const string ResourcesSql = $"""
        {ResourceQueries.Select}
        {OfOneLanguage}
        """;

    private const string ContactsSql = $"""
        {ContactQueries.Select}
        {OfOneLanguage}
        """;

    /// <summary>Begins the transaction of a snapshot.</summary>
    public async Task<SnapshotReading> Read(CancellationToken ct)
    {
        var begin = Begin(ct);
        try
        {
            return await begin.WaitAsync(ct);
        }
        catch
        {
            _ = Leave(begin);
            throw;
        }
    }

    private async Task<SnapshotReading> Begin(CancellationToken ct)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await database.Open(ct);
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            await connection.ExecuteAsync(new(UntimedSql, cancellationToken: ct));
            return new SnapshotReading(connection, await connection.QuerySingleAsync<SnapshotState>(new(StateSql, cancellationToken: ct)));
        }
        catch
        {
            await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    // Cleans up after a cancelled request.
    private static async Task Leave(Task<SnapshotReading> begin)
    {
        await using var reading = await begin;
    }

    /// <summary>Returns every published text with its type, ordered by language, type and age.</summary>
    public static async IAsyncEnumerable<(string Type, object Record)> Records(
        SnapshotReading reading, SnapshotRequest request, Languages languages, [EnumeratorCancellation] CancellationToken ct)
    {
        var served = await reading.Connection.QueryAsync<string>(new(
            LanguagesSql,
            new { Lang = request.Lang?.Text },
            cancellationToken: ct));
        foreach (var language in served)
        {
            string[] candidates = [language.ToLowerInvariant(), .. languages.Candidates];
            var parameters = new
            {
                languages.Requested,
                languages.Acceptable,
                Languages = candidates,
                Language = language,
                WholeResources = false,
                WholeContacts = false,
                Sort = (string?)null,
            };
            foreach (var type in Vocabulary.RecordTypes.All.Where(t => request.Types?.Contains(t) ?? true))
            {
                await foreach (var record in Read(reading.Connection, type, parameters).WithCancellation(ct))
                {
                    yield return (type, record);
                }
            }
        }
    }

    private static IAsyncEnumerable<object> Read(NpgsqlConnection connection, string type, object parameters) => type switch
    {
        "topic" => connection.QueryUnbufferedAsync<Topic>(TopicsSql, parameters, commandTimeout: PatienceSeconds),
        "faq" => connection.QueryUnbufferedAsync<Faq>(FaqsSql, parameters, commandTimeout: PatienceSeconds),
        "resource" => connection.QueryUnbufferedAsync<Resource>(ResourcesSql, parameters, commandTimeout: PatienceSeconds),
        _ => connection.QueryUnbufferedAsync<Contact>(ContactsSql, parameters, commandTimeout: PatienceSeconds),
    };
}

/// <summary>Open transaction of a database snapshot.</summary>
internal sealed record SnapshotReading(NpgsqlConnection Connection, SnapshotState State) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
