using System.Diagnostics;

namespace FreedomCities.Api.Telemetry;

/// <summary>
/// Starts a new trace for each request. The <c>traceparent</c>, <c>tracestate</c> and <c>baggage</c> of a client (W3C Trace Context) could
/// identify a reader across logs, or write into them. Outgoing requests carry no context either.
/// </summary>
internal sealed class IncomingTraceIgnored : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
