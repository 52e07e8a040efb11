using FreedomCities.Api.Http;
using FreedomCities.Api.Telemetry;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Few snapshots at the same time: each holds a connection to the database for as long as its client reads.</summary>
internal sealed class SnapshotSlots(IConfiguration configuration, ServiceMetrics metrics)
    : ClientSlots("snapshots", All, PerClient, configuration, metrics)
{
    private const int All = 8;
    private const int PerClient = 2;
}
