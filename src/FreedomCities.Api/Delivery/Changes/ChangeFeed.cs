using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>
/// Reads the change feed without gaps, with long polling. A change is returned only when no open transaction can still commit an earlier
/// one. The cursor never passes the last change that existed before the query.
/// </summary>
internal sealed class ChangeFeed(
    ChangeQueries changes, ChangeSignal signal, LongPollSlots slots, IHostApplicationLifetime lifetime, PublicUrl site, TimeProvider clock)
{
    // Delay before the next query while an older transaction holds a change back. It doubles, because the end of the transaction causes
    // no notification.
    private static readonly TimeSpan HeldBack = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestHeldBack = TimeSpan.FromSeconds(1);

    /// <summary>Returns the changes after a cursor, once there are any or the wait ends.</summary>
    public async Task<Results<Ok<ChangeList>, ProblemHttpResult>> Read(ChangesRequest request, FeedCursor since, HttpContext http)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var (end, lookAgain, waits) = (clock.GetUtcNow().AddSeconds(request.Wait ?? 0), HeldBack, false);
        while (true)
        {
            var next = signal.NextChange; // before the query, so that a change during the query isn't missed
            var reading = await changes.Read(request, since, http.RequestAborted);
            if (since.IsLostIn(reading.State))
            {
                return ProblemResults.ResyncRequired();
            }

            var left = end - clock.GetUtcNow();
            if (reading.Changes.Length > 0 || left <= TimeSpan.Zero || stop.IsCancellationRequested)
            {
                var isFinal = request.Since is not null && !request.WithRecords;
                return TypedResults.Ok(reading.After(since, isFinal, site.LinkTo("/v1/snapshot")));
            }

            if (!waits && slots.Acquire(http) is { } problem)
            {
                return problem;
            }

            waits = true;
            since = since.UpTo(reading.Last, reading.State);
            lookAgain = reading.IsHeldBack ? Min(lookAgain * 2, LongestHeldBack) : HeldBack;
            var pause = reading.IsHeldBack ? Min(lookAgain, left) : left;
            await next.WaitAsync(pause, clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
