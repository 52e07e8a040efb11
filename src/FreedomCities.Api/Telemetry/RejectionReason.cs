namespace FreedomCities.Api.Telemetry;

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
