using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// Whether a role can use the database: checked at most once a second, and one check at a time for all probes. The log has a line for each
/// change.
/// </summary>
/// <param name="isMigrated">Whether the database responds and has all migrations of this version.</param>
internal sealed class DatabaseCheck(Func<CancellationToken, Task<bool>> isMigrated, TimeProvider clock, HealthLog log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Task<bool>? _check;
    private long _checkedAt;

    /// <summary>Null: not known yet.</summary>
    public bool? IsHealthy { get; private set; }

    /// <summary><see cref="Environment.TickCount64"/> when it was last healthy, or at start.</summary>
    public long HealthyAt { get; private set; } = Environment.TickCount64;

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

    public async Task Log(CancellationToken ct)
    {
        try
        {
            var isHealthy = await IsMigrated(ct);
            (IsHealthy, HealthyAt) = (isHealthy, isHealthy ? Environment.TickCount64 : HealthyAt);
            log.Update(
                isHealthy, isHealthy ? "connected" : "connected, but migrations of this version are missing: run the command migrate");
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            IsHealthy = false;
            log.Update(isHealthy: false, HealthLog.Describe(e));
        }
    }

    private async Task<bool> Check()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            return await isMigrated(timeout.Token);
        }
        catch (NpgsqlException e) when (e.IsTransient && !timeout.IsCancellationRequested)
        {
            return await isMigrated(timeout.Token); // a pooled connection may have been broken while the server works
        }
    }
}
