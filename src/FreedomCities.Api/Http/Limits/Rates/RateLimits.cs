using System.Globalization;
using System.Threading.RateLimiting;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Telemetry;
using FreedomCities.Api.Telemetry.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;
using IPNetwork = System.Net.IPNetwork;

namespace FreedomCities.Api.Http.Limits.Rates;

/// <summary>
/// Limits the requests of a client network: how many it may send in a time, and how many it may have open. Counted in the memory of this
/// process only.
/// </summary>
internal sealed class RateLimits : IDisposable
{
    private readonly bool _isEnabled;
    private readonly RequestBudget _reads;
    private readonly RequestBudget _search;
    private readonly RequestBudget _locate;
    private readonly PartitionedRateLimiter<int> _openRequests;
    private readonly IPNetwork[] _proxies;

    private readonly ResponseWriter _writer;
    private readonly ServiceMetrics _metrics;

    public RateLimits(ServiceSettings settings, ResponseWriter writer, ServiceMetrics metrics)
    {
        (_writer, _metrics) = (writer, metrics);
        _proxies = TrustedProxies.Parse(settings.TrustedProxies);
        _isEnabled = settings.RateLimits.Enabled;
        (_reads, _search, _locate) = (
            new RequestBudget("reads", settings.RateLimits.Reads),
            new RequestBudget("search", settings.RateLimits.Search),
            new RequestBudget("locate", settings.RateLimits.Locate));
        var open = settings.RateLimits.OpenRequests;
        _openRequests = PartitionedRateLimiter.Create((int network) =>
            RateLimitPartition.GetConcurrencyLimiter(network, _ => new() { PermitLimit = open, QueueLimit = 0 }));
    }

    public void Dispose()
    {
        _reads.Dispose();
        _search.Dispose();
        _locate.Dispose();
        _openRequests.Dispose();
    }

    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (FindBudget(http) is not { } budget)
        {
            return next(http);
        }

        var network = ClientNetwork.Number(http.Connection.RemoteIpAddress);
        var state = budget.Acquire(network);
        http.Features.Set(state);
        if (state.RetryAfterSeconds is { } seconds)
        {
            return Reject(http, RejectionReason.RateLimit, seconds, ProblemResults.TooManyRequests(seconds));
        }

        return AcquireOpenRequest(http, network)
            ? next(http)
            : Reject(http, RejectionReason.OpenRequests, seconds: 1, ProblemResults.TooManyOpenRequests());
    }

    /// <summary>Null: the request has no limit.</summary>
    private RequestBudget? FindBudget(HttpContext http)
    {
        var limited = _isEnabled ? http.GetEndpoint()?.Metadata.GetMetadata<RateLimited>()?.Budget ?? Budget.Reads : Budget.None;
        return limited switch
        {
            Budget.Reads => _reads,
            Budget.Search => _search,
            Budget.Locate => _locate,
            _ => null,
        };
    }

    /// <summary>Whether the network may have another request open, until its response has been sent. A proxy itself may use all.</summary>
    private bool AcquireOpenRequest(HttpContext http, int network)
    {
        if (TrustedProxies.IsProxyItself(http, _proxies))
        {
            return true;
        }

        var lease = _openRequests.AttemptAcquire(network);
        http.Response.RegisterForDispose(lease);
        return lease.IsAcquired;
    }

    private Task Reject(HttpContext http, RejectionReason reason, int seconds, ProblemHttpResult problem)
    {
        _metrics.CountRejection(reason);
        return RequestTracing.Begin(http, traced => _writer.Apply(traced, response =>
        {
            response.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return problem.ExecuteAsync(response);
        }));
    }
}
