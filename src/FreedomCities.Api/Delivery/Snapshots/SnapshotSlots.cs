using FreedomCities.Api.Database;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Telemetry;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Limits concurrent snapshots. Each holds a database connection for as long as its client reads.</summary>
internal sealed class SnapshotSlots(IConfiguration configuration, ServiceMetrics metrics)
    : ClientSlots("concurrent snapshots", All(configuration), PerClient, configuration, metrics)
{
    private const int Most = 8;
    private const int PerClient = 2;

    // Leaves three quarters of the pool to other requests.
    private static int All(IConfiguration configuration) => Math.Clamp((int)configuration.Number("DatabaseConnections") / 4, 1, Most);
}
