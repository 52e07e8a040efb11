using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Telemetry;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Few snapshots at the same time: each holds a connection to the database for as long as its client reads.</summary>
internal sealed class SnapshotSlots(ServiceSettings settings, ServiceMetrics metrics)
    : ClientSlots("snapshots", All(settings), PerClient, settings, metrics)
{
    private const int Most = 8;
    private const int PerClient = 2;

    // Most of the pool is left to others.
    private static int All(ServiceSettings settings) => Math.Clamp(settings.DatabaseConnections / 4, 1, Most);
}
