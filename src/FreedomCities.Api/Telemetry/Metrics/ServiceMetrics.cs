using System.Diagnostics.Metrics;

namespace FreedomCities.Api.Telemetry.Metrics;

/// <summary>Metrics of the service itself, in addition to those of ASP.NET Core and Npgsql: see docs/operating.md.</summary>
internal sealed class ServiceMetrics
{
    public const string Meter = "FreedomCities.Api";

    private readonly Meter _meter;
    private readonly Counter<long> _lookups;
    private readonly Counter<long> _rejections;
    private readonly Counter<long> _skippedModel;

    public ServiceMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Meter);
        _lookups = _meter.CreateCounter<long>(
            "freedomcities.cache.lookups", "{lookup}", "Lookups in the response cache, by result: hit, stale or miss.");
        _rejections = _meter.CreateCounter<long>(
            "freedomcities.refusals", "{request}", "Requests and connections that were refused, by reason.");
        _skippedModel = _meter.CreateCounter<long>(
            "freedomcities.search.model_skipped", "{search}", "Searches by words only, because the sentence model was busy.");
    }

    public void CountLookup(CacheResult result) => _lookups.Add(1, new KeyValuePair<string, object?>("result", Name(result)));

    public void CountRejection(RejectionReason reason) => _rejections.Add(1, new KeyValuePair<string, object?>("reason", Name(reason)));

    public void CountSkippedModel() => _skippedModel.Add(1);

    /// <summary>Adds a gauge, which is read at each collection; null: the value is unknown.</summary>
    /// <param name="unit">UCUM: s, or 1 for none.</param>
    public void Watch(string name, string unit, string description, Func<double?> read) => _meter.CreateObservableGauge(
        name, () => read() is { } value ? [new Measurement<double>(value)] : Array.Empty<Measurement<double>>(), unit, description);

    private static string Name(CacheResult result) => result switch
    {
        CacheResult.Hit => "hit",
        CacheResult.Stale => "stale",
        _ => "miss",
    };

    private static string Name(RejectionReason reason) => reason switch
    {
        RejectionReason.RateLimit => "rate-limit",
        RejectionReason.OpenRequests => "open-requests",
        RejectionReason.OpenStreams => "open-streams",
        RejectionReason.ConcurrentRequests => "concurrent-requests",
        RejectionReason.Connections => "connections",
        _ => "memory",
    };
}
