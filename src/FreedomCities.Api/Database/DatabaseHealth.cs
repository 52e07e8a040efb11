using FreedomCities.Api.Telemetry.Metrics;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// Checks the database through the pool of requests: at most once a second, and one check at a time for all probes. The log has a line for
/// each change of its health.
/// </summary>
internal sealed class DatabaseHealth(
    HealthQueries health, DatabaseServer server, TimeProvider clock, ServiceMetrics metrics, ILogger<DatabaseHealth> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(5);

    private readonly HealthLog _health = new(log, $"database {server.Name}");
    private readonly Lock _lock = new();
    private Task<bool>? _check;
    private long _checkedAt;
    private bool? _isHealthy;

    public Task<bool> IsMigrated(CancellationToken ct)
    {
        lock (_lock)
        {
            if (_check is null || (_check.IsCompleted && clock.GetElapsedTime(_checkedAt) >= Interval))
            {
                (_check, _checkedAt) = (Check(), clock.GetTimestamp());
            }

            return _check.WaitAsync(ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.Watch(
            "freedomcities.database.up",
            "1",
            "1: the database responds and is migrated. 0: it is not available.",
            () => _isHealthy is { } isHealthy ? Convert.ToDouble(isHealthy) : null);
        using var timer = new PeriodicTimer(Interval);
        while (!stoppingToken.IsCancellationRequested)
        {
            await LogHealth(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LogHealth(CancellationToken ct)
    {
        try
        {
            var isMigrated = await IsMigrated(ct);
            _isHealthy = isMigrated;
            _health.Update(
                isMigrated, isMigrated ? "connected" : "connected, but migrations of this version are missing: run the command migrate");
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            _isHealthy = false;
            _health.Update(isHealthy: false, HealthLog.Describe(e));
        }
    }

    private async Task<bool> Check()
    {
        using var timeout = new CancellationTokenSource(CheckTimeout);
        try
        {
            return await health.IsMigrated(timeout.Token);
        }
        catch (NpgsqlException e) when (e.IsTransient && !timeout.IsCancellationRequested)
        {
            return await health.IsMigrated(timeout.Token); // a pooled connection may have been broken while the server works
        }
    }
}
