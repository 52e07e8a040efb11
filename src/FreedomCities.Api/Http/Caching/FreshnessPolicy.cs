using FreedomCities.Api.Http.Rendering;

namespace FreedomCities.Api.Http.Caching;

/// <summary>Decides whether a cached response is fresh, and how long it may be served stale (RFC 9111, RFC 5861).</summary>
internal static class FreshnessPolicy
{
    /// <summary>A response may depend on the date, like the state of an event: it is rendered again after this time.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(60);

    /// <summary>For this long after a change, clients get the stale response while the new one is rendered.</summary>
    public static readonly TimeSpan MaxStaleWhileRevalidate = TimeSpan.FromSeconds(0.5);

    /// <summary>How long responses stay fresh without a listener. It notices a lost connection in 2 s: changes show within 5 s.</summary>
    public static readonly TimeSpan MaxListenerOutage = TimeSpan.FromSeconds(3);

    /// <param name="version">The version of the content that the response shows.</param>
    /// <param name="age">Since the response was rendered.</param>
    /// <param name="sinceValidated">Since the response was last known to be current.</param>
    /// <param name="currentVersion">The version of the content, as far as this instance was notified.</param>
    /// <param name="listenerOutage">Since when this instance may have missed notifications; zero: it receives them.</param>
    /// <param name="demandsCurrent">Whether the request has a Cache-Control, like no-cache (RFC 9111, section 5.2.1).</param>
    /// <param name="maxStaleIfError">The setting StaleIfErrorSeconds.</param>
    public static Freshness Evaluate(
        long version,
        TimeSpan age,
        TimeSpan sinceValidated,
        long currentVersion,
        TimeSpan listenerOutage,
        bool demandsCurrent,
        TimeSpan maxStaleIfError)
    {
        if (version == RenderedResponse.Permanent)
        {
            return Freshness.Fresh;
        }

        var isNotified = listenerOutage < MaxListenerOutage;
        if (isNotified && version == currentVersion && age < MaxAge)
        {
            return Freshness.Fresh;
        }

        if (isNotified && !demandsCurrent && sinceValidated < MaxStaleWhileRevalidate)
        {
            return Freshness.StaleWhileRevalidate;
        }

        return sinceValidated < maxStaleIfError ? Freshness.StaleIfError : Freshness.Expired;
    }
}
