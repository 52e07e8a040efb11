using FreedomCities.Api.Database.Notifications;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Wakes long-polling requests when content changes.</summary>
internal sealed class ChangeSignal(ContentChanges changes) : BackgroundService
{
    private readonly ContentSubscription _changes = changes.Subscribe();
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next change.</summary>
    public Task NextChange => _next.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)_changes.WaitForChange(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}
