using FreedomCities.Api.Telemetry.Metrics;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// Bounds the memory of large responses and request bodies in flight (setting InFlightMegabytes), so that clients that don't read, or that
/// send slowly, can't exhaust the process. A client network may use a quarter of the budget.
/// </summary>
internal sealed class MemoryBudget(ServiceSettings settings, ServiceMetrics metrics)
{
    private const int NetworkShare = 4;

    private readonly long _bytes = settings.InFlightMegabytes * 1_000_000L;
    private readonly long[] _usedByNetwork = new long[ClientNetwork.Count];
    private long _used;

    /// <param name="own">The total of this response or body. If no other has reserved memory, it may be of any size.</param>
    public void Reserve(int network, long bytes, long own)
    {
        var (ofNetwork, ofAll) = (Interlocked.Add(ref _usedByNetwork[network], bytes), Interlocked.Add(ref _used, bytes));
        if ((ofNetwork > _bytes / NetworkShare && ofNetwork > own) || (ofAll > _bytes && ofAll > own))
        {
            Release(network, bytes);
            metrics.CountRejection(RejectionReason.Memory);
            throw new OverBudgetException();
        }
    }

    public void Release(int network, long bytes)
    {
        Interlocked.Add(ref _usedByNetwork[network], -bytes);
        Interlocked.Add(ref _used, -bytes);
    }
}
