using System.Threading.RateLimiting;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Telemetry.Metrics;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// Rejects requests above the number that the service handles at the same time, so that the others keep their latency. A request doesn't
/// count while its body arrives or its response is sent.
/// </summary>
internal sealed class ConcurrencyLimit(int requests, ServiceMetrics metrics) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = requests, QueueLimit = 0 });

    public void Dispose() => _limiter.Dispose();

    public async ValueTask<object?> Apply(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<WithoutConcurrencyLimit>() is not null)
        {
            return await next(context);
        }

        using var lease = _limiter.AttemptAcquire();
        if (lease.IsAcquired)
        {
            return await next(context);
        }

        metrics.CountRejection(RejectionReason.ConcurrentRequests);
        return ProblemResults.Overloaded();
    }
}
