namespace FreedomCities.Api.Database.Notifications;

/// <summary>Somebody who wants to know of changes; they add up until they are taken.</summary>
internal sealed class ContentSubscription
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _some = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ContentChange? _pending;

    public async Task<ContentChange> WaitForChange(CancellationToken ct)
    {
        await _some.Task.WaitAsync(ct);
        lock (_lock)
        {
            var change = _pending!;
            (_pending, _some) = (null, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return change;
        }
    }

    public void Publish(ContentChange change)
    {
        lock (_lock)
        {
            _pending = _pending?.MergeWith(change) ?? change.Copy();
            _some.TrySetResult();
        }
    }
}
