using Npgsql;

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

/// <summary>
/// The one connection that listens to what the database's triggers say of each commit. When it was away, anything may have changed.
/// </summary>
internal sealed class ContentChanges(DatabaseServer server, ILogger<ContentChanges> log) : BackgroundService
{
    private readonly List<ContentFollower> _followers = [];
    private long _version;
    private long _deafSince = long.MinValue / 2;

    /// <summary>Another one after each change.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Whether changes are heard of.</summary>
    public bool IsListening => Volatile.Read(ref _deafSince) == long.MaxValue;

    /// <summary>How long changes may have gone unheard, in milliseconds.</summary>
    public long DeafFor => Volatile.Read(ref _deafSince) is var since && since == long.MaxValue ? 0 : Environment.TickCount64 - since;

    /// <summary>Before the service starts.</summary>
    public ContentFollower Follow()
    {
        var follower = new ContentFollower();
        _followers.Add(follower);
        return follower;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested; failures++)
        {
            try
            {
                await Listen(() => failures = 0, stoppingToken);
            }
            catch (Exception e)
            {
                await Backoff.Pause(log, "Not listening for changes of the content", e, failures, stoppingToken);
            }
        }
    }

    private async Task Listen(Action listening, CancellationToken ct)
    {
        await using var connection = server.Listener();
        await connection.OpenAsync(ct);
        connection.Notification += (_, e) => Tell(Guid.TryParse(e.Payload, out var id) ? new([id]) : ContentChange.Everything);
        await using (var listen = new NpgsqlCommand("listen content", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        listening();
        Tell(ContentChange.Everything);
        Volatile.Write(ref _deafSince, long.MaxValue);
        try
        {
            while (true)
            {
                await connection.WaitAsync(ct);
            }
        }
        finally
        {
            Volatile.Write(ref _deafSince, Environment.TickCount64); // closing what has failed may take its time
        }
    }

    private void Tell(ContentChange change)
    {
        Interlocked.Increment(ref _version);
        _followers.ForEach(f => f.Add(change));
    }
}
