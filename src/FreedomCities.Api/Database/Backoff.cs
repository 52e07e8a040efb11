using System.Security.Cryptography;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// Delays the next attempt of a background task after a failure, with jitter. Logs the first of consecutive failures, unless
/// <see cref="DatabaseHealth"/> logs it.
/// </summary>
internal static class Backoff
{
    private const int MinMilliseconds = 100;
    private const int MaxMilliseconds = 1_000;

    /// <summary>Waits longer after each failure. Returns at once when the service stops.</summary>
    /// <param name="what">What failed, for the log.</param>
    /// <param name="failures">Consecutive failures before this one.</param>
    public static async Task Pause(ILogger log, string what, Exception failure, int failures, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return;
        }

        if (failures == 0 && !IsDatabaseUnavailable(failure))
        {
            log.LogWarning("{What}: {Failure}.", what, failure is PostgresException e ? e.SqlState : failure.GetType().Name);
        }

        var max = (int)Math.Min(MaxMilliseconds, MinMilliseconds * Math.Pow(2, failures));
        await Task.Delay(RandomNumberGenerator.GetInt32(max / 2, max + 1), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Whether the database is down, refuses the service, or lacks migrations.</summary>
    private static bool IsDatabaseUnavailable(Exception failure) => failure switch
    {
        PostgresException
        {
            SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedColumn,
        } => true,
        PostgresException e => e.SqlState[..2] is "08" or "28" or "3D" or "53" or "57",
        _ => failure is NpgsqlException or TimeoutException or OperationCanceledException,
    };
}
