using System.Globalization;

namespace FreedomCities.Api.Http.Limits.Rates;

/// <summary>What remains of a client's budget after a request, for the headers of draft-ietf-httpapi-ratelimit-headers-10.</summary>
/// <param name="Network">See <see cref="ClientNetwork"/>.</param>
/// <param name="RetryAfterSeconds">Null: the request is within the budget.</param>
internal sealed record RateLimitState(RequestBudget Budget, int Network, int? RetryAfterSeconds)
{
    public void Write(HttpResponse response)
    {
        response.Headers["RateLimit-Policy"] = Budget.Policy;
        // A shared cache would serve one client's state to others.
        if (response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
        {
            response.Headers["RateLimit"] = Format();
        }
    }

    private string Format() => RetryAfterSeconds is { } seconds
        ? string.Create(CultureInfo.InvariantCulture, $"\"{Budget.Name}\";r=0;t={seconds}")
        : string.Create(CultureInfo.InvariantCulture, $"\"{Budget.Name}\";r={Budget.Remaining(Network)}");
}
