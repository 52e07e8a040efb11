using System.Threading.RateLimiting;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;
using IPNetwork = System.Net.IPNetwork;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// Slots for requests that stay open for long: so many in all, and so many for one client network, so that one can't keep the others out.
/// A trusted proxy that names no client may have all.
/// </summary>
/// <param name="requests">What they are for, in the plural, as problem documents say it.</param>
internal abstract class ClientSlots(string requests, int all, int perClient, ServiceSettings settings, ServiceMetrics metrics) : IDisposable
{
    private readonly ConcurrencyLimiter _all = new(new() { PermitLimit = all, QueueLimit = 0 });
    private readonly PartitionedRateLimiter<HttpContext> _perClient = Create(perClient, TrustedProxies.Parse(settings.TrustedProxies));

    /// <summary>Takes a slot until the response has been sent.</summary>
    /// <returns>Null, or why there is none.</returns>
    public ProblemHttpResult? Acquire(HttpContext http)
    {
        var ofClient = _perClient.AttemptAcquire(http);
        http.Response.RegisterForDispose(ofClient);
        if (!ofClient.IsAcquired)
        {
            metrics.CountRejection(RejectionReason.OpenStreams);
            return ProblemResults.TooManyOfClient(requests, perClient);
        }

        var ofAll = _all.AttemptAcquire();
        http.Response.RegisterForDispose(ofAll);
        if (!ofAll.IsAcquired)
        {
            metrics.CountRejection(RejectionReason.OpenStreams);
            return ProblemResults.TooManyOpen(requests, all);
        }

        return null;
    }

    public void Dispose()
    {
        _all.Dispose();
        _perClient.Dispose();
        GC.SuppressFinalize(this);
    }

    private static PartitionedRateLimiter<HttpContext> Create(int perClient, IPNetwork[] proxies) =>
        PartitionedRateLimiter.Create((HttpContext http) => TrustedProxies.IsProxyItself(http, proxies)
            ? RateLimitPartition.GetNoLimiter(-1)
            : RateLimitPartition.GetConcurrencyLimiter(
                ClientNetwork.Number(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = perClient, QueueLimit = 0 }));
}
