using System.Diagnostics;

namespace FreedomCities.Api.Telemetry;

/// <summary>
/// Every request starts a trace of its own: a client's <c>traceparent</c>, <c>tracestate</c> and <c>baggage</c> (W3C Trace Context) could follow
/// a reader through logs, or write into them. Nothing is sent on either.
/// </summary>
internal sealed class NoOutsideTrace : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
