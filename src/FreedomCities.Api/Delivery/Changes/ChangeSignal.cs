using FreedomCities.Api.Database;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Wakes the requests that wait for a change.</summary>
internal sealed class ChangeSignal(ContentChanges changes) : BackgroundService
{
    private readonly ContentFollower _changes = changes.Follow();
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next change.</summary>
    public Task Next => _next.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)_changes.Next(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}
