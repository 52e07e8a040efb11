namespace FreedomCities.Api.Telemetry;

/// <summary>The bound that a request or a connection would have exceeded.</summary>
internal enum RejectionReason
{
    RateLimit,
    OpenRequests,
    OpenStreams,
    ConcurrentRequests,
    Connections,
    Memory,
}
