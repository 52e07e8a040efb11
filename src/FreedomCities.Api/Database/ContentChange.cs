namespace FreedomCities.Api.Database;

/// <summary>What has changed since it was last asked.</summary>
/// <param name="Ids">The records; null: any may have.</param>
internal sealed record ContentChange(HashSet<Guid>? Ids)
{
    private const int MaxIds = 10_000;

    public static readonly ContentChange Everything = new((HashSet<Guid>?)null);

    public ContentChange Copy() => Ids is null ? Everything : new([.. Ids]);

    /// <summary>Takes another change into this one.</summary>
    public ContentChange And(ContentChange other)
    {
        if (Ids is null || other.Ids is null || Ids.Count + other.Ids.Count > MaxIds)
        {
            return Everything;
        }

        Ids.UnionWith(other.Ids);
        return this;
    }
}

/// <summary>Somebody who wants to know of changes; they add up until they are taken.</summary>
internal sealed class ContentFollower
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _some = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ContentChange? _pending;

    public async Task<ContentChange> Next(CancellationToken ct)
    {
        await _some.Task.WaitAsync(ct);
        lock (_lock)
        {
            var change = _pending!;
            (_pending, _some) = (null, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return change;
        }
    }

    public void Add(ContentChange change)
    {
        lock (_lock)
        {
            _pending = _pending?.And(change) ?? change.Copy();
            _some.TrySetResult();
        }
    }
}
