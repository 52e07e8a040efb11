using System.Globalization;
using System.Threading.RateLimiting;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// How many requests one network of clients (an IPv4 address, an IPv6 /64) may send in a time, told in the headers of
/// draft-ietf-httpapi-ratelimit-headers-10. Counted in this process's memory alone.
/// </summary>
internal sealed class RateLimits : IDisposable
{
    private static readonly object AdmittedKey = new();

    private static readonly PathString[] Unlimited = ["/health", "/problems"];
    private static readonly PathString[] Searches = ["/v1/search", "/v1/contacts/locate"];

    private readonly bool _areOn;
    private readonly Budget _reads;
    private readonly Budget _search;
    private readonly PartitionedRateLimiter<int> _open;

    private readonly ServiceMetrics _metrics;

    public RateLimits(ServiceSettings settings, ServiceMetrics metrics)
    {
        _metrics = metrics;
        _areOn = settings.RateLimits.Enabled;
        (_reads, _search) = (new Budget("reads", settings.RateLimits.Reads), new Budget("search", settings.RateLimits.Search));
        var open = settings.RateLimits.OpenRequests;
        _open = PartitionedRateLimiter.Create((int bucket) =>
            RateLimitPartition.GetConcurrencyLimiter(bucket, _ => new() { PermitLimit = open, QueueLimit = 0 }));
    }

    public void Dispose()
    {
        _reads.Dispose();
        _search.Dispose();
        _open.Dispose();
    }

    /// <summary>Whether a read is within its budget: counted, and the policy told, when it is; else left to <see cref="Apply"/>.</summary>
    public bool Admit(HttpContext http)
    {
        if (!_areOn || http.Request.Path.IsUnder(Unlimited))
        {
            return true;
        }

        var bucket = ClientNetwork.Number(http.Connection.RemoteIpAddress);
        if (!Open(http, bucket) || _reads.TryTake(bucket, out _) is not null)
        {
            return false;
        }

        http.Response.Headers["RateLimit-Policy"] = _reads.Policy;
        return true;
    }

    /// <summary>Keeps <see cref="Apply"/> from counting an admitted request again.</summary>
    public static void MarkAdmitted(HttpContext http) => http.Items[AdmittedKey] = true;

    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (!_areOn || http.Request.Path.IsUnder(Unlimited))
        {
            return next(http);
        }

        var budget = http.Request.Path.IsUnder(Searches) ? _search : _reads;
        var bucket = ClientNetwork.Number(http.Connection.RemoteIpAddress);
        var isAdmitted = http.Items.ContainsKey(AdmittedKey);
        long left = 0;
        var wait = isAdmitted ? null : budget.TryTake(bucket, out left);
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["RateLimit-Policy"] = budget.Policy;
            // A shared cache would tell one reader's budget to all.
            if (!isAdmitted && http.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            {
                http.Response.Headers["RateLimit"] = budget.State(left, wait);
            }

            return Task.CompletedTask;
        });
        if (wait is { } seconds)
        {
            _metrics.CountRejection(RejectionReason.RateLimit);
            return Reject(http, seconds, ProblemResults.TooManyRequests(seconds));
        }

        if (isAdmitted || Open(http, bucket))
        {
            return next(http);
        }

        _metrics.CountRejection(RejectionReason.OpenRequests);
        return Reject(http, seconds: 1, ProblemResults.TooManyOpenRequests());
    }

    /// <summary>Whether the network may have another request open, until its response has been sent.</summary>
    private bool Open(HttpContext http, int bucket)
    {
        var lease = _open.AttemptAcquire(bucket);
        http.Response.RegisterForDispose(lease);
        return lease.IsAcquired;
    }

    private static Task Reject(HttpContext http, int seconds, ProblemHttpResult problem)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return problem.ExecuteAsync(http);
    }

    /// <summary>So many requests in so many seconds.</summary>
    private sealed class Budget : IDisposable
    {
        private readonly string _name;
        private readonly PartitionedRateLimiter<int> _limiter;

        public Budget(string name, ServiceSettings.BudgetSettings settings)
        {
            _name = name;
            Policy = string.Create(CultureInfo.InvariantCulture, $"\"{_name}\";q={settings.Requests};w={settings.Seconds}");
            _limiter = PartitionedRateLimiter.Create((int bucket) => RateLimitPartition.GetFixedWindowLimiter(
                bucket, _ => new() { PermitLimit = settings.Requests, Window = settings.Window, QueueLimit = 0 }));
        }

        public string Policy { get; }

        public void Dispose() => _limiter.Dispose();

        /// <summary>Takes one request; what it returns is for how many seconds to wait when none is left.</summary>
        public int? TryTake(int bucket, out long left)
        {
            using var lease = _limiter.AttemptAcquire(bucket);
            left = _limiter.GetStatistics(bucket)!.CurrentAvailablePermits;
            return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
        }

        public string State(long left, int? wait) =>
            string.Create(CultureInfo.InvariantCulture, $"\"{_name}\";r={(wait is null ? left : 0)}{(wait is null ? "" : $";t={wait}")}");
    }
}
