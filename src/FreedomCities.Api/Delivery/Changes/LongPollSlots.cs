using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Telemetry.Metrics;

namespace FreedomCities.Api.Delivery.Changes;

internal sealed class LongPollSlots(ServiceSettings settings, ServiceMetrics metrics)
    : ClientSlots("long-polling requests", ForAllClients, PerClient, settings, metrics)
{
    private const int ForAllClients = 1_000;
    private const int PerClient = 100;
}
