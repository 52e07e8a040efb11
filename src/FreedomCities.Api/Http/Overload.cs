using System.Threading.RateLimiting;
using FreedomCities.Api.Database;

namespace FreedomCities.Api.Http;

/// <summary>What is more than can be answered at once is refused at once, so that what is accepted keeps its latency.</summary>
internal sealed class Overload(IConfiguration configuration) : IDisposable
{
    // They cost nothing for most of their time, and have limits of their own; and probes are answered always.
    private static readonly PathString[] Others = ["/v1/changes", "/v1/snapshot", "/health"];

    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = (int)configuration.Number("ConcurrentRequests", 1, 100_000), QueueLimit = 0 });

    public void Dispose() => _limiter.Dispose();

    public async Task Apply(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.IsUnder(Others))
        {
            await next(http);
            return;
        }

        using var place = _limiter.AttemptAcquire();
        await (place.IsAcquired ? next(http) : Problems.Overloaded().ExecuteAsync(http));
    }
}
