using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>
/// What has changed, without a gap: the cursor is the last change that was delivered, and a change is delivered only when nothing can be
/// committed before it any more.
/// </summary>
internal sealed class ChangeFeed(ChangeQueries changes, ChangeSignal signal, Seals seals, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    // How often to look again for a change that an older transaction holds back: nothing tells when that ends.
    private static readonly TimeSpan HeldBack = TimeSpan.FromMilliseconds(100);

    public Task<Seal> Seal(CancellationToken ct) => seals.For(FeedCursor.Binding, ct);

    /// <summary>The changes after a cursor; null: the cursor is lost.</summary>
    public async Task<ChangesAnswer?> Read(ChangesRequest request, FeedCursor since, Seal seal, CancellationToken ct)
    {
        var waits = request.Wait > 0 && signal.TryEnter();
        try
        {
            return await Read(request, since, seal, clock.GetUtcNow().AddSeconds(waits ? request.Wait!.Value : 0), ct);
        }
        finally
        {
            if (waits)
            {
                signal.Leave();
            }
        }
    }

    private async Task<ChangesAnswer?> Read(ChangesRequest request, FeedCursor since, Seal seal, DateTimeOffset end, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        var limit = request.Limit ?? ChangesRequest.DefaultLimit;
        while (true)
        {
            var next = signal.Next; // before reading: a change while it reads isn't missed
            var (found, state) = await changes.Read(request, since, limit + 1, ct);
            if (since.IsLostIn(state))
            {
                return null;
            }

            var left = end - clock.GetUtcNow();
            if (found.Length > 0 || left <= TimeSpan.Zero || stop.IsCancellationRequested)
            {
                return Answer(found, limit, since.In(state), seal);
            }

            await Task.WhenAny(next, Task.Delay(state.IsHeldBack && left > HeldBack ? HeldBack : left, clock, stop.Token));
        }
    }

    private static ChangesAnswer Answer(Change[] found, int limit, FeedCursor since, Seal seal)
    {
        Change[] items = [.. found.Take(limit)];
        var cursor = items is [.., var last] ? since with { Xid = last.Xid, Number = last.Number } : since;
        return new ChangesAnswer { Items = items, Cursor = cursor.Text(seal), More = found.Length > limit };
    }
}
