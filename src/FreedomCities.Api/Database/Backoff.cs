using System.Security.Cryptography;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>What a task in the background does after a failure, whatever it is: tries again later, and says so once, unless <see cref="DatabaseHealth"/> does.</summary>
internal static class Backoff
{
    private const int ShortestPause = 100;
    private const int LongestPause = 1_000;

    /// <summary>Pauses, longer each time, and never as long as other instances do. Returns at once when the service stops.</summary>
    /// <param name="what">What doesn't work.</param>
    /// <param name="failures">How many there were one after the other before this one.</param>
    public static async Task Pause(ILogger log, string what, Exception failure, int failures, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return;
        }

        if (failures == 0 && !IsOfTheDatabase(failure))
        {
            log.LogWarning("{What}: {Failure}.", what, failure is PostgresException answer ? answer.SqlState : failure.GetType().Name);
        }

        var longest = (int)Math.Min(LongestPause, ShortestPause * Math.Pow(2, failures));
        await Task.Delay(RandomNumberGenerator.GetInt32(longest / 2, longest + 1), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // It is away, refuses the service, or lacks migrations.
    private static bool IsOfTheDatabase(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedColumn } => true,
        PostgresException e => e.SqlState[..2] is "08" or "28" or "3D" or "53" or "57",
        _ => failure is NpgsqlException or TimeoutException or OperationCanceledException,
    };
}
