using FreedomCities.Api.Telemetry;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// Bounds the memory of large responses and request bodies in flight (setting InFlightMegabytes), so that clients that don't read, or that
/// send slowly, can't exhaust the process. A client network may use a quarter of it.
/// </summary>
internal sealed class MemoryBudget(ServiceSettings settings, ServiceMetrics metrics)
{
    private const int NetworksInAll = 4;

    private readonly long _bytes = settings.InFlightMegabytes * 1_000_000L;
    private readonly long[] _usedByNetwork = new long[ClientNetwork.Count];
    private long _used;

    /// <param name="own">What the response or body has then: alone, it may be of any size.</param>
    public void Reserve(int network, long bytes, long own)
    {
        var (ofNetwork, ofAll) = (Interlocked.Add(ref _usedByNetwork[network], bytes), Interlocked.Add(ref _used, bytes));
        if ((ofNetwork > _bytes / NetworksInAll && ofNetwork > own) || (ofAll > _bytes && ofAll > own))
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
