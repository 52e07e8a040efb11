using System.Numerics;
using System.Security.Cryptography;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>What a task in the background does after a failure, whatever it is: says so, more seldom each time, and tries again later.</summary>
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

        if (BitOperations.IsPow2(failures + 1))
        {
            log.LogWarning("{What}: {Failure}.", what, failure is PostgresException answer ? answer.SqlState : failure.GetType().Name);
        }

        var longest = (int)Math.Min(LongestPause, ShortestPause * Math.Pow(2, failures));
        await Task.Delay(RandomNumberGenerator.GetInt32(longest / 2, longest + 1), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
