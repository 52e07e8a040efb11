using FreedomCities.Api.Database;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Wakes the requests that wait for a change.</summary>
internal sealed class ChangeSignal(ContentChanges changes) : BackgroundService
{
    private const int MaxWaiting = 1_000;

    private readonly ContentFollower _changes = changes.Follow();
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>Ends with the next change.</summary>
    public Task Next => _next.Task;

    /// <summary>Takes one of the places to wait; false: none is left.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _waiting) <= MaxWaiting)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _waiting);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)_changes.Next(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}
