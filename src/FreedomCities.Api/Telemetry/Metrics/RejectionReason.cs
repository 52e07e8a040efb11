namespace FreedomCities.Api.Telemetry.Metrics;

/// <summary>The limit that a rejected request or connection would have exceeded.</summary>
internal enum RejectionReason
{
    RateLimit,
    OpenRequests,
    OpenStreams,
    ConcurrentRequests,
    Connections,
    Memory,
}
