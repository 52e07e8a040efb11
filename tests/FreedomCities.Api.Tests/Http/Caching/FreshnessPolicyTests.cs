using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace FreedomCities.Api.Tests.Http.Caching;

/// <summary>When a cached response is fresh, and when it may be served stale (RFC 9111, RFC 5861).</summary>
public sealed class FreshnessPolicyTests
{
    private const long Current = 7;
    private static readonly TimeSpan MaxStaleIfError = TimeSpan.FromHours(1);

    /// <summary>
    /// Version; age, time since it was current and listener outage in seconds; whether the client demands the current one.
    /// </summary>
    public static TheoryData<long, double, double, double, bool, string> Table => new()
    {
        // fresh: of the current version, younger than 60 s, and this instance is notified of changes
        { 7, 0, 0, 0, false, nameof(Freshness.Fresh) },
        { 7, 0, 0, 0, true, nameof(Freshness.Fresh) },
        { 7, 59.9, 59.9, 0, false, nameof(Freshness.Fresh) },
        { 7, 59.9, 10_000, 2.9, false, nameof(Freshness.Fresh) },
        { 7, 60, 60, 0, false, nameof(Freshness.StaleIfError) },
        // stale-while-revalidate: current less than 0.5 s ago
        { 7, 60, 0.1, 0, false, nameof(Freshness.StaleWhileRevalidate) },
        { 6, 0.1, 0.1, 0, false, nameof(Freshness.StaleWhileRevalidate) },
        { 6, 59, 0.49, 2.9, false, nameof(Freshness.StaleWhileRevalidate) },
        { 6, 0.5, 0.5, 0, false, nameof(Freshness.StaleIfError) },
        { 6, 0.1, 0.1, 0, true, nameof(Freshness.StaleIfError) },
        // without notifications for 3 s nothing counts as current
        { 7, 0, 0, 3, false, nameof(Freshness.StaleIfError) },
        { 6, 0.1, 0.1, 3, false, nameof(Freshness.StaleIfError) },
        // stale-if-error: current less than the setting ago
        { 6, 3599, 3599, 0, false, nameof(Freshness.StaleIfError) },
        { 6, 10_000, 3599, 10_000, true, nameof(Freshness.StaleIfError) },
        { 6, 3600, 3600, 0, false, nameof(Freshness.Expired) },
        { 7, 3600, 3600, 3, false, nameof(Freshness.Expired) },
        // of a replica that may lag: of no version
        { RenderedResponse.Unverified, 0, 0, 0, true, nameof(Freshness.StaleIfError) },
        { RenderedResponse.Unverified, 0, 3600, 0, true, nameof(Freshness.Expired) },
        // permanent
        { RenderedResponse.Permanent, 1e6, 1e6, 1e6, true, nameof(Freshness.Fresh) },
    };

    [Theory, MemberData(nameof(Table))]
    public void Response_MayBeServed(
        long version, double age, double sinceValidated, double listenerOutage, bool demandsCurrent, string expected)
    {
        var freshness = FreshnessPolicy.Evaluate(
            version,
            TimeSpan.FromSeconds(age),
            TimeSpan.FromSeconds(sinceValidated),
            Current,
            TimeSpan.FromSeconds(listenerOutage),
            demandsCurrent,
            MaxStaleIfError);

        Assert.Equal(expected, freshness.ToString());
    }

    [Fact]
    public void Response_AgesByItsClock()
    {
        var clock = new FakeTimeProvider();
        var response = new RenderedResponse(new DefaultHttpContext().Response, new byte[1], Current, budget: null, clock);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(Freshness.Fresh, Evaluate(response, clock));
        response.MarkValidated(clock.GetTimestamp());
        clock.Advance(TimeSpan.FromSeconds(1));

        var now = clock.GetTimestamp();
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1)), (response.Age(now), response.SinceValidated(now)));
        Assert.Equal(Freshness.StaleIfError, Evaluate(response, clock));
        clock.Advance(MaxStaleIfError);
        Assert.Equal(Freshness.Expired, Evaluate(response, clock));
    }

    private static Freshness Evaluate(RenderedResponse response, TimeProvider clock)
    {
        var now = clock.GetTimestamp();
        return FreshnessPolicy.Evaluate(
            response.Version,
            response.Age(now),
            response.SinceValidated(now),
            Current,
            TimeSpan.Zero,
            demandsCurrent: false,
            MaxStaleIfError);
    }
}
