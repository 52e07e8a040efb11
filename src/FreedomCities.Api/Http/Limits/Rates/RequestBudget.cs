using System.Globalization;
using System.Threading.RateLimiting;

namespace FreedomCities.Api.Http.Limits.Rates;

/// <summary>A number of requests in a fixed window, for each client network.</summary>
internal sealed class RequestBudget : IDisposable
{
    private readonly string _name;
    private readonly string _policy;
    private readonly PartitionedRateLimiter<int> _limiter;

    public RequestBudget(string name, ServiceSettings.BudgetSettings settings)
    {
        _name = name;
        _policy = string.Create(CultureInfo.InvariantCulture, $"\"{_name}\";q={settings.Requests};w={settings.Seconds}");
        _limiter = PartitionedRateLimiter.Create((int network) => RateLimitPartition.GetFixedWindowLimiter(
            network, _ => new() { PermitLimit = settings.Requests, Window = settings.Window, QueueLimit = 0 }));
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>Counts a request.</summary>
    public RateLimitState Acquire(int network)
    {
        using var lease = _limiter.AttemptAcquire(network);
        var remaining = _limiter.GetStatistics(network)!.CurrentAvailablePermits;
        return new RateLimitState(_name, _policy, remaining, lease.IsAcquired ? null : RetryAfterSeconds(lease));
    }

    private static int RetryAfterSeconds(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
}
