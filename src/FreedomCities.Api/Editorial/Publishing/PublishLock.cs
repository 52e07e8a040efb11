using System.Globalization;
using Dapper;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>The lock of a publishing transaction: others wait until it has ended.</summary>
/// <param name="errors">Gets a line when another transaction holds the lock.</param>
internal sealed class PublishLock(TextWriter errors)
{
    private const string TryAcquireSql = "select pg_try_advisory_xact_lock(publish_lock_key())";

    private const string AcquireSql = "select pg_advisory_xact_lock(publish_lock_key())";

    private const string SetLockTimeoutSql = """
        select former
        from (select current_setting('lock_timeout') as former offset 0) as setting
        cross join set_config('lock_timeout', @Timeout, true)
        """;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Waits until no other transaction publishes. Call it before the transaction writes: the change feed is ordered by transaction ids,
    /// which are assigned at the first write, and must have the changes of a record in the order of their commits.
    /// </summary>
    public async Task Acquire(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await connection.QueryFirst<bool>(TryAcquireSql, new { }, ct))
        {
            return;
        }

        await errors.WriteLineAsync($"Another import or command is publishing. Waiting up to {Seconds} s.");
        var former = await SetLockTimeout(connection, string.Create(CultureInfo.InvariantCulture, $"{Timeout.TotalMilliseconds:0}ms"), ct);
        try
        {
            await connection.ExecuteAsync(new(AcquireSql, commandTimeout: 0, cancellationToken: ct));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new LifecycleException(
                $"Another import or command has been publishing for {Seconds} s. Nothing was written. Try again after it ends.");
        }

        await SetLockTimeout(connection, former, ct);
    }

    private string Seconds => Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <returns>The former timeout.</returns>
    private static async Task<string> SetLockTimeout(NpgsqlConnection connection, string timeout, CancellationToken ct) =>
        (await connection.QueryFirst<string>(SetLockTimeoutSql, new { Timeout = timeout }, ct))!;
}
