using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database.Notifications;

/// <summary>
/// Tells of each commit that changes the content: by the one connection that listens to the database's triggers, or, while that receives
/// no notification, by polling each second. When neither worked, anything may have changed.
/// </summary>
internal sealed class ContentChanges(
    DatabaseServer server, [FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource background, ILogger<ContentChanges> log) : BackgroundService
{
    private const string Received = "notifications received";

    // Another instance's isn't ours; older versions don't listen to this channel.
    private const string CheckSql = "select pg_notify('content_listener', @Instance)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(30);

    private readonly string _instance = Guid.NewGuid().ToString();
    private readonly StateLog _line = new(log, $"listener at {server.ListenerName}", Received);
    private readonly List<ContentSubscription> _subscriptions = [];
    private readonly ContentPoll _poll = new(background);
    private long _version;
    private volatile bool _isConnected;
    private volatile bool _isPolling;
    private long _disconnectedAt = long.MinValue / 2;
    private long _polledAt = long.MinValue / 2;

    /// <summary>Another one after each change.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Whether changes are notified, or polled for each second.</summary>
    public bool IsListening => _isConnected || _isPolling;

    /// <summary>How long changes may have gone unnoticed, in milliseconds.</summary>
    public long ListenerDownFor => _isConnected ? 0 : Environment.TickCount64 - Math.Max(Volatile.Read(ref _disconnectedAt), Volatile.Read(ref _polledAt));

    /// <summary>Before the service starts.</summary>
    public ContentSubscription Subscribe()
    {
        var follower = new ContentSubscription();
        _subscriptions.Add(follower);
        return follower;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Listen(stoppingToken), Poll(stoppingToken));

    private async Task Listen(CancellationToken ct)
    {
        for (var failures = 0; !ct.IsCancellationRequested; failures++)
        {
            try
            {
                await Listen(() => failures = 0, ct);
                _line.Update(isWell: false, "no notification received, as through a pooler in transaction mode: polling every second (ConnectionStrings__FreedomCitiesListen may name a direct connection)");
                await Task.Delay(CheckInterval, ct);
            }
            catch (Exception e)
            {
                if (server.ListensApart && !ct.IsCancellationRequested)
                {
                    _line.Update(isWell: false, StateLog.Describe(e));
                }

                await Backoff.Pause(log, "The listener for content changes failed", e, failures, ct);
            }
        }
    }

    /// <summary>Listens until it doesn't hear its own notification.</summary>
    private async Task Listen(Action listening, CancellationToken ct)
    {
        await using var connection = server.Listener();
        await connection.OpenAsync(ct);
        var heard = false;
        connection.Notification += (_, e) =>
        {
            if (e.Channel == "content")
            {
                Publish(Guid.TryParse(e.Payload, out var id) ? new([id]) : ContentChange.Everything);
            }

            heard |= e.Payload == _instance;
        };
        await Listen(connection, ct);
        listening();
        var missed = _isPolling; // what is committed between the last poll and this moment
        if (!missed)
        {
            Publish(ContentChange.Everything); // before it has heard anything: readers wait for it
        }

        try
        {
            while (true)
            {
                heard = false;
                await Check(ct);
                await Wait(connection, Patience, () => heard, ct);
                if (!heard)
                {
                    return;
                }

                MarkConnected(missed);
                missed = false;
                await Wait(connection, CheckInterval, () => false, ct);
            }
        }
        finally
        {
            if (_isConnected)
            {
                Volatile.Write(ref _disconnectedAt, Environment.TickCount64); // closing what has failed may take its time
                _isConnected = false;
            }
        }
    }

    private void MarkConnected(bool missed)
    {
        if (missed)
        {
            Publish(ContentChange.Everything);
        }

        _isConnected = true;
        _line.Update(isWell: true, Received);
    }

    private static async Task Listen(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var check = new NpgsqlCommand("listen content_listener", connection);
        await check.ExecuteNonQueryAsync(ct);
        await using var content = new NpgsqlCommand("listen content", connection);
        await content.ExecuteNonQueryAsync(ct);
    }

    // Not by the connection that listens: behind a pooler it would hear itself alone.
    private async Task Check(CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(Patience);
        await background.QueryFirst<object>(CheckSql, new { Instance = _instance }, end.Token);
    }

    private static async Task Wait(NpgsqlConnection connection, TimeSpan time, Func<bool> isEnough, CancellationToken ct)
    {
        var end = Environment.TickCount64 + (long)time.TotalMilliseconds;
        while (!isEnough() && end - Environment.TickCount64 is var left and > 0)
        {
            await connection.WaitAsync(TimeSpan.FromMilliseconds(left), ct);
        }
    }

    private async Task Poll(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var began = Environment.TickCount64;
        while (!ct.IsCancellationRequested)
        {
            await ((Task)timer.WaitForNextTickAsync(ct).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = Environment.TickCount64;
            if (_isConnected || now - Math.Max(began, Volatile.Read(ref _disconnectedAt)) < Patience.TotalMilliseconds)
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
        var change = await _poll.FindChanges(Patience, ct);
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
        _subscriptions.ForEach(f => f.Publish(change));
    }
}
