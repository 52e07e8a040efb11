using System.Globalization;
using Dapper;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>The turn of a transaction that publishes: others wait until it has ended.</summary>
/// <param name="errors">Where it is said that another has its turn.</param>
internal sealed class PublishLock(TextWriter errors)
{
    private const long LockKey = 0x46_43_69_6d_70_6f; // "FCimpo"

    private const string LimitSql = """
        select former
        from (select current_setting('lock_timeout') as former offset 0) as setting
        cross join set_config('lock_timeout', @Limit, true)
        """;

    /// <summary>How long to wait for it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Waits for other transactions that publish to end. Before this one writes anything: the feed of changes goes by transaction ids, which
    /// are given at the first write, and one record's changes must be in the order in which they were committed.
    /// </summary>
    public async Task Acquire(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await connection.QuerySingleAsync<bool>(new("select pg_try_advisory_xact_lock(@LockKey)", new { LockKey }, cancellationToken: ct)))
        {
            return;
        }

        await errors.WriteLineAsync($"Another import or command is publishing. Waiting up to {Seconds} s.");
        var former = await Limit(connection, string.Create(CultureInfo.InvariantCulture, $"{Patience.TotalMilliseconds:0}ms"), ct);
        try
        {
            await connection.ExecuteAsync(new("select pg_advisory_xact_lock(@LockKey)", new { LockKey }, commandTimeout: 0, cancellationToken: ct));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new LifecycleException($"Another import or command has been publishing for {Seconds} s. Nothing was written. Try again after it ends.");
        }

        await Limit(connection, former, ct);
    }

    private string Seconds => Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <returns>What it was.</returns>
    private static Task<string> Limit(NpgsqlConnection connection, string limit, CancellationToken ct) =>
        connection.QuerySingleAsync<string>(new(LimitSql, new { Limit = limit }, cancellationToken: ct));
}
