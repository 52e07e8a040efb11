using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using FreedomCities.Api.Content;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Delivery.Changes;
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
          ) as held_back
        from (select) one
        left join lateral ({ChangeQueries.LastSql}) last on true
        """;

    // A statement runs for as long as the client reads the response.
    private const string UntimedSql = "set local statement_timeout = 0";

    private const string LanguagesSql = """
        select distinct language
        from served
        where @Lang::text is null or lower(language) = lower(@Lang)
        order by language
        """;

    private const string DocumentsSql = """
        select document
        from served
        where type = @Type
          and language = @Language
        order by record_id
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

    /// <summary>Returns the document of every published text with its type, ordered by language, type and age.</summary>
    public static async IAsyncEnumerable<(string Type, byte[] Document)> Documents(
        SnapshotReading reading, SnapshotRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var languages = await reading.Connection.QueryAsync<string>(
            new(LanguagesSql, new { Lang = request.Lang?.Text }, cancellationToken: ct));
        foreach (var language in languages)
        {
            foreach (var type in Vocabulary.RecordTypes.All.Where(t => request.Types?.Contains(t) ?? true))
            {
                await using var command = new NpgsqlCommand(DocumentsSql, reading.Connection)
                {
                    Parameters = { new("Type", type), new("Language", language) },
                    CommandTimeout = PatienceSeconds,
                };
                await using var rows = await command.ExecuteReaderAsync(ct);
                while (await rows.ReadAsync(ct))
                {
                    yield return (type, rows.GetFieldValue<byte[]>(0));
                }
            }
        }
    }
}

/// <summary>Open transaction of a database snapshot.</summary>
internal sealed record SnapshotReading(NpgsqlConnection Connection, SnapshotState State) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
