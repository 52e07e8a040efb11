using System.Globalization;
using System.Threading.RateLimiting;

namespace FreedomCities.Api.Http.Limits.Rates;

/// <summary>A number of requests in a fixed window, for each client network.</summary>
internal sealed class RequestBudget : IDisposable
{
    private readonly PartitionedRateLimiter<int> _limiter;

    public RequestBudget(string name, ServiceSettings.BudgetSettings settings)
    {
        Name = name;
        Policy = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={settings.Requests};w={settings.Seconds}");
        _limiter = PartitionedRateLimiter.Create((int network) => RateLimitPartition.GetFixedWindowLimiter(
            network, _ => new() { PermitLimit = settings.Requests, Window = settings.Window, QueueLimit = 0 }));
    }

    public string Name { get; }

    /// <summary>The value of the header RateLimit-Policy.</summary>
    public string Policy { get; }

    public void Dispose() => _limiter.Dispose();

    /// <summary>Counts a request.</summary>
    public RateLimitState Acquire(int network)
    {
        using var lease = _limiter.AttemptAcquire(network);
        return new RateLimitState(this, network, lease.IsAcquired ? null : RetryAfterSeconds(lease));
    }

    /// <summary>How many requests the window still allows.</summary>
    public long Remaining(int network) => _limiter.GetStatistics(network)!.CurrentAvailablePermits;

    private static int RetryAfterSeconds(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
}
