namespace FreedomCities.Api.Telemetry.Metrics;

/// <summary>What a lookup in the response cache found (RFC 9111, 5861).</summary>
internal enum CacheResult
{
    Hit,
    Stale,
    Miss,
}
