namespace FreedomCities.Api.Database.Notifications;

/// <summary>Collects changes for one subscriber until it takes them.</summary>
internal sealed class ContentSubscription
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _hasPending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ContentChange? _pending;

    public async Task<ContentChange> WaitForChange(CancellationToken ct)
    {
        await _hasPending.Task.WaitAsync(ct);
        lock (_lock)
        {
            var change = _pending!;
            (_pending, _hasPending) = (null, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return change;
        }
    }

    public void Publish(ContentChange change)
    {
        lock (_lock)
        {
            _pending = _pending?.MergeWith(change) ?? change.Copy();
            _hasPending.TrySetResult();
        }
    }
}
