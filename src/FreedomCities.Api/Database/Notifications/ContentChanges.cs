using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database.Notifications;

/// <summary>
/// Publishes each commit that changes the content. One connection listens for the notifications of the database's triggers. While it
/// receives none, the feed is polled every second. After a time in which neither worked, any record may have changed.
/// </summary>
internal sealed class ContentChanges(
    DatabaseServer server, [FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource background, ILogger<ContentChanges> log)
    : BackgroundService
{
    private const string ReceivedMessage = "notifications received";

    private const string NotReceivedMessage = "no notification received, as through a pooler in transaction mode: polling every second"
        + " (ConnectionStrings__FreedomCitiesListen may name a direct connection)";

    // A channel of its own: older versions don't listen to it. The payload tells our notification from that of another instance.
    private const string CheckSql = "select pg_notify('content_listener', @Instance)";

    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(30);

    private readonly string _instance = Guid.NewGuid().ToString();
    private readonly HealthLog _health = new(log, $"listener at {server.ListenerName}", ReceivedMessage);
    private readonly List<ContentSubscription> _subscriptions = [];
    private readonly ContentPoll _poll = new(background);
    private long _version;
    private volatile bool _isConnected;
    private volatile bool _isPolling;
    private long _disconnectedAt = long.MinValue / 2;
    private long _polledAt = long.MinValue / 2;

    /// <summary>Incremented by each change of the content.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Whether changes are notified, or polled every second.</summary>
    public bool IsListening => _isConnected || _isPolling;

    /// <summary>Milliseconds in which changes may have gone unnoticed.</summary>
    public long ListenerDownFor =>
        _isConnected ? 0 : Environment.TickCount64 - Math.Max(Volatile.Read(ref _disconnectedAt), Volatile.Read(ref _polledAt));

    /// <summary>Call it before the service starts.</summary>
    public ContentSubscription Subscribe()
    {
        var subscription = new ContentSubscription();
        _subscriptions.Add(subscription);
        return subscription;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Listen(stoppingToken), Poll(stoppingToken));

    private async Task Listen(CancellationToken ct)
    {
        for (var failures = 0; !ct.IsCancellationRequested; failures++)
        {
            try
            {
                await Listen(() => failures = 0, ct);
                _health.Update(isHealthy: false, NotReceivedMessage);
                await Task.Delay(CheckInterval, ct);
            }
            catch (Exception e)
            {
                if (server.HasSeparateListener && !ct.IsCancellationRequested)
                {
                    _health.Update(isHealthy: false, HealthLog.Describe(e));
                }

                await Backoff.Pause(log, "The listener for content changes failed", e, failures, ct);
            }
        }
    }

    /// <summary>Listens until the connection doesn't receive our own notification.</summary>
    private async Task Listen(Action onListening, CancellationToken ct)
    {
        var isReceived = false;
        await using var connection = server.CreateListener();
        await connection.OpenAsync(ct);
        connection.Notification += (_, e) =>
        {
            if (e.Channel == "content")
            {
                Publish(Guid.TryParse(e.Payload, out var id) ? new([id]) : ContentChange.Everything);
            }

            isReceived |= e.Payload == _instance;
        };
        await using var listen = new NpgsqlCommand("listen content_listener; listen content", connection);
        await listen.ExecuteNonQueryAsync(ct);
        onListening();
        var hasGap = _isPolling; // between the last poll and now
        if (!hasGap)
        {
            Publish(ContentChange.Everything); // subscribers load all content before the first notification
        }

        try
        {
            while (true)
            {
                isReceived = false;
                await Check(ct);
                await Wait(connection, CheckTimeout, () => isReceived, ct);
                if (!isReceived)
                {
                    return;
                }

                MarkConnected(hasGap);
                hasGap = false;
                await Wait(connection, CheckInterval, () => false, ct);
            }
        }
        finally
        {
            if (_isConnected)
            {
                Volatile.Write(ref _disconnectedAt, Environment.TickCount64); // now: closing a failed connection may take a while
                _isConnected = false;
            }
        }
    }

    private void MarkConnected(bool hasGap)
    {
        if (hasGap)
        {
            Publish(ContentChange.Everything);
        }

        _isConnected = true;
        _health.Update(isHealthy: true, ReceivedMessage);
    }

    // On another connection: behind a pooler a session may receive only its own notifications.
    private async Task Check(CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(CheckTimeout);
        await background.QueryFirst<object>(CheckSql, new { Instance = _instance }, timeout.Token);
    }

    private static async Task Wait(NpgsqlConnection connection, TimeSpan time, Func<bool> isEnough, CancellationToken ct)
    {
        var end = Environment.TickCount64 + (long)time.TotalMilliseconds;
        for (var left = end - Environment.TickCount64; left > 0 && !isEnough(); left = end - Environment.TickCount64)
        {
            await connection.WaitAsync(TimeSpan.FromMilliseconds(left), ct);
        }
    }

    private async Task Poll(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var startedAt = Environment.TickCount64;
        while (!ct.IsCancellationRequested)
        {
            await ((Task)timer.WaitForNextTickAsync(ct).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = Environment.TickCount64;
            if (_isConnected || now - Math.Max(startedAt, Volatile.Read(ref _disconnectedAt)) < CheckTimeout.TotalMilliseconds)
            {
                _isPolling = false;
                _poll.Reset();
            }
            else
            {
                await Poll(now, ct);
            }
        }
    }

    private async Task Poll(long now, CancellationToken ct)
    {
        var change = await _poll.FindChanges(CheckTimeout, ct);
        if (change is not (null or { Ids.Count: 0 }))
        {
            Publish(change);
        }

        _isPolling = change is not null;
        if (_isPolling)
        {
            Volatile.Write(ref _polledAt, now);
        }
    }

    private void Publish(ContentChange change)
    {
        Interlocked.Increment(ref _version);
        _subscriptions.ForEach(s => s.Publish(change));
    }
}
