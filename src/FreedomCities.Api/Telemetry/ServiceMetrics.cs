using System.Diagnostics.Metrics;

namespace FreedomCities.Api.Telemetry;

/// <summary>What the service counts of itself, beside the framework's and Npgsql's own metrics: README, "Operate it".</summary>
internal sealed class ServiceMetrics
{
    public const string Meter = "FreedomCities.Api";

    private readonly Meter _meter;
    private readonly Counter<long> _lookups;
    private readonly Counter<long> _refusals;

    public ServiceMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Meter);
        _lookups = _meter.CreateCounter<long>("freedomcities.cache.lookups", "{lookup}", "Lookups in the response cache, by result: hit, stale or miss.");
        _refusals = _meter.CreateCounter<long>("freedomcities.refusals", "{request}", "Requests and connections that were refused, by reason.");
    }

    public void Lookup(CacheResult result) => _lookups.Add(1, new KeyValuePair<string, object?>("result", Name(result)));

    public void Refuse(RefusalReason reason) => _refusals.Add(1, new KeyValuePair<string, object?>("reason", Name(reason)));

    /// <summary>A value that is read whenever the metrics are; null: it isn't known.</summary>
    /// <param name="unit">By UCUM: s, or 1 for none.</param>
    public void Watch(string name, string unit, string description, Func<double?> read) => _meter.CreateObservableGauge(
        name, () => read() is { } value ? [new Measurement<double>(value)] : Array.Empty<Measurement<double>>(), unit, description);

    private static string Name(CacheResult result) => result switch
    {
        CacheResult.Hit => "hit",
        CacheResult.Stale => "stale",
        _ => "miss",
    };

    private static string Name(RefusalReason reason) => reason switch
    {
        RefusalReason.RateLimit => "rate-limit",
        RefusalReason.OpenRequests => "open-requests",
        RefusalReason.OpenStreams => "open-streams",
        RefusalReason.ConcurrentRequests => "concurrent-requests",
        RefusalReason.Connections => "connections",
        _ => "memory",
    };
}

/// <summary>What a lookup in the response cache found (RFC 9111, 5861).</summary>
internal enum CacheResult
{
    Hit,
    Stale,
    Miss,
}

/// <summary>The bound that a request or a connection would have exceeded.</summary>
internal enum RefusalReason
{
    RateLimit,
    OpenRequests,
    OpenStreams,
    ConcurrentRequests,
    Connections,
    Memory,
}
