using FreedomCities.Api.Database.Notifications;
using FreedomCities.Api.Http.Rendering;

namespace FreedomCities.Api.Http.Caching;

/// <summary>Compares cached responses with the content as it is now.</summary>
internal sealed class CacheValidator(ContentChanges changes, ServiceSettings settings, TimeProvider clock)
{
    private readonly TimeSpan _maxStaleIfError = settings.MaxStaleIfError;

    /// <param name="demandsCurrent">Whether the request has a Cache-Control, like no-cache after a change event.</param>
    public Freshness Evaluate(RenderedResponse cached, bool demandsCurrent)
    {
        var now = clock.GetTimestamp();
        var freshness = FreshnessPolicy.Evaluate(
            cached.Version,
            cached.Age(now),
            cached.SinceValidated(now),
            changes.Version,
            TimeSpan.FromMilliseconds(Math.Min(changes.ListenerDownFor, int.MaxValue)), // before the first connection it exceeds a TimeSpan
            demandsCurrent,
            _maxStaleIfError);
        if (freshness is Freshness.Fresh)
        {
            cached.MarkValidated(now);
        }

        return freshness;
    }
}
