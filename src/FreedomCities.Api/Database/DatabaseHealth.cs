using FreedomCities.Api.Telemetry;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// Asks the database at most once a second and once at a time, however many probes there are, by the connections of readers; the log has a
/// line for each change of its state.
/// </summary>
internal sealed class DatabaseHealth(
    HealthQueries health, DatabaseServer server, TimeProvider clock, ServiceMetrics metrics, ILogger<DatabaseHealth> log) : BackgroundService
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly StateLog _line = new(log, $"database {server.Name}");
    private readonly Lock _lock = new();
    private Task<bool>? _answer;
    private long _asked;
    private bool? _isWell;

    public Task<bool> IsMigrated(CancellationToken ct)
    {
        lock (_lock)
        {
            if (_answer is null || (_answer.IsCompleted && clock.GetElapsedTime(_asked) >= Fresh))
            {
                (_answer, _asked) = (Check(), clock.GetTimestamp());
            }

            return _answer.WaitAsync(ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.Watch(
            "freedomcities.database.up", "1", "1: the database responds and is migrated. 0: it is not available.", () => _isWell is { } isWell ? Convert.ToDouble(isWell) : null);
        using var timer = new PeriodicTimer(Fresh);
        while (!stoppingToken.IsCancellationRequested)
        {
            await LogState(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LogState(CancellationToken ct)
    {
        try
        {
            var isMigrated = await IsMigrated(ct);
            _isWell = isMigrated;
            _line.Update(isMigrated, isMigrated ? "connected" : "connected, but migrations of this version are missing: run the command migrate");
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            _isWell = false;
            _line.Update(isWell: false, StateLog.Describe(e));
        }
    }

    private async Task<bool> Check()
    {
        using var end = new CancellationTokenSource(Patience);
        try
        {
            return await health.IsMigrated(end.Token);
        }
        catch (NpgsqlException e) when (e.IsTransient && !end.IsCancellationRequested)
        {
            return await health.IsMigrated(end.Token); // only the connection may have been lost
        }
    }
}
