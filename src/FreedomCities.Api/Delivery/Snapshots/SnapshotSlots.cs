using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Telemetry.Metrics;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Limits concurrent snapshots. Each holds a database connection for as long as its client reads.</summary>
internal sealed class SnapshotSlots(ServiceSettings settings, ServiceMetrics metrics)
    : ClientSlots("concurrent snapshots", All(settings), PerClient, settings, metrics)
{
    private const int Most = 8;
    private const int PerClient = 2;

    // At most a quarter of the connection pool: other requests need the rest.
    private static int All(ServiceSettings settings) => Math.Clamp(settings.DatabaseConnections / 4, 1, Most);
}
