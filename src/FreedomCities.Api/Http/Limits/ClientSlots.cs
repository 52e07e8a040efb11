using System.Threading.RateLimiting;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Telemetry.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;
using IPNetwork = System.Net.IPNetwork;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// Slots for requests that stay open for long: a limit for all clients, and a lower one for a client network. A trusted proxy that names no
/// client may use all slots.
/// </summary>
/// <param name="requests">The requests, in the plural, as problem documents call them.</param>
internal abstract class ClientSlots(string requests, int all, int perClient, ServiceSettings settings, ServiceMetrics metrics)
    : IDisposable
{
    private readonly ConcurrencyLimiter _allClients = new(new() { PermitLimit = all, QueueLimit = 0 });
    private readonly PartitionedRateLimiter<HttpContext> _perClient = Create(perClient, TrustedProxies.Parse(settings.TrustedProxies));

    /// <summary>Acquires a slot until the response has been sent.</summary>
    /// <returns>Null, or the problem when all slots are in use.</returns>
    public ProblemHttpResult? Acquire(HttpContext http)
    {
        var problem = IsAcquired(http, _perClient.AttemptAcquire(http)) ? null : ProblemResults.TooManyOpenByClient(requests, perClient);
        if (problem is null && !IsAcquired(http, _allClients.AttemptAcquire()))
        {
            problem = ProblemResults.TooManyOpen(requests, all);
        }

        if (problem is not null)
        {
            metrics.CountRejection(RejectionReason.OpenStreams);
        }

        return problem;
    }

    public void Dispose()
    {
        _allClients.Dispose();
        _perClient.Dispose();
        GC.SuppressFinalize(this);
    }

    private static bool IsAcquired(HttpContext http, RateLimitLease lease)
    {
        http.Response.RegisterForDispose(lease);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<HttpContext> Create(int perClient, IPNetwork[] proxies) =>
        PartitionedRateLimiter.Create((HttpContext http) => TrustedProxies.IsProxyItself(http, proxies)
            ? RateLimitPartition.GetNoLimiter(-1)
            : RateLimitPartition.GetConcurrencyLimiter(
                ClientNetwork.Number(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = perClient, QueueLimit = 0 }));
}
