using FreedomCities.Api.Database;
using FreedomCities.Api.Telemetry;

namespace FreedomCities.Api.Http;

/// <summary>There is no memory left for another large response or body: a 503.</summary>
internal sealed class OverBudgetException : Exception;

/// <summary>
/// Bounds the memory of large responses and request bodies in flight (setting InFlightMegabytes), so that clients that don't read, or that
/// send slowly, can't exhaust the process. A client network may use a quarter of it.
/// </summary>
internal sealed class MemoryBudget(IConfiguration configuration, ServiceMetrics metrics)
{
    private const int NetworksInAll = 4;

    private readonly long _bytes = (long)configuration.Number("InFlightMegabytes") * 1_000_000;
    private readonly long[] _usedByNetwork = new long[ClientNetwork.Count];
    private long _used;

    /// <param name="own">What the response or body has then: alone, it may be of any size.</param>
    public void Take(int network, long bytes, long own)
    {
        var (ofNetwork, ofAll) = (Interlocked.Add(ref _usedByNetwork[network], bytes), Interlocked.Add(ref _used, bytes));
        if ((ofNetwork > _bytes / NetworksInAll && ofNetwork > own) || (ofAll > _bytes && ofAll > own))
        {
            Return(network, bytes);
            metrics.Refuse(RefusalReason.Memory);
            throw new OverBudgetException();
        }
    }

    public void Return(int network, long bytes)
    {
        Interlocked.Add(ref _usedByNetwork[network], -bytes);
        Interlocked.Add(ref _used, -bytes);
    }
}
