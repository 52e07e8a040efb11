using System.Threading.RateLimiting;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Telemetry;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// What is more than can be answered at once is refused at once, so that what is accepted keeps its latency. A client that sends its body
/// or takes its answer slowly holds no place.
/// </summary>
internal sealed class ConcurrencyLimit(ServiceSettings settings, ServiceMetrics metrics) : IDisposable
{
    // They cost nothing for most of their time, and have limits of their own.
    private static readonly PathString[] Others = ["/v1/changes", "/v1/snapshot"];

    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = settings.ConcurrentRequests, QueueLimit = 0 });

    public void Dispose() => _limiter.Dispose();

    public async ValueTask<object?> Apply(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Request.Path.IsUnder(Others))
        {
            return await next(context);
        }

        using var place = _limiter.AttemptAcquire();
        if (place.IsAcquired)
        {
            return await next(context);
        }

        metrics.CountRejection(RejectionReason.ConcurrentRequests);
        return ProblemResults.Overloaded();
    }
}
