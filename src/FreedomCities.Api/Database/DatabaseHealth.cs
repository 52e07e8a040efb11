using FreedomCities.Api.Telemetry.Metrics;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// Watches the database as each role that the service uses: the one of reads, and the one of background work where it is another.
/// </summary>
internal sealed class DatabaseHealth(
    HealthQueries health, [FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource background, DatabaseServer server,
    TimeProvider clock, ServiceMetrics metrics, ILogger<DatabaseHealth> log)
    : BackgroundService
{
    private readonly DatabaseCheck _reads = new(health.IsMigrated, clock, new HealthLog(log, $"database {server.ReaderName}"));

    private readonly DatabaseCheck? _background = server.ReaderName == server.Name
        ? null
        : new(ct => HealthQueries.IsMigrated(background, ct), clock, new HealthLog(log, $"database {server.Name}"));

    /// <summary>When each role could last use the database (<see cref="Environment.TickCount64"/>). The log says why one can't.</summary>
    public long UpAt => Math.Min(_reads.HealthyAt, _background?.HealthyAt ?? long.MaxValue);

    /// <summary>Whether the log says that the role of background work can't use the database.</summary>
    public bool IsBackgroundDown => _background?.IsHealthy == false;

    /// <summary>Whether reads work, and the database has all migrations of this version.</summary>
    public Task<bool> IsMigrated(CancellationToken ct) => _reads.IsMigrated(ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.Watch(
            "freedomcities.database.up",
            "1",
            "1: the database responds to each role of the service and is migrated. 0: it is not available.",
            () => _reads.IsHealthy is null ? null : Convert.ToDouble(_reads.IsHealthy == true && !IsBackgroundDown));
        using var timer = new PeriodicTimer(DatabaseCheck.Interval);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(_reads.Log(stoppingToken), _background?.Log(stoppingToken) ?? Task.CompletedTask)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
