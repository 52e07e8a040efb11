using System.Globalization;

namespace FreedomCities.Api.Http.Responses;

/// <summary>Responses that depend on the clock may change at each full minute: caches store them until then.</summary>
internal static class ClockDependence
{
    /// <param name="now">The time that the response shows.</param>
    public static void ExpireAtNextMinute(this HttpContext http, DateTimeOffset now) => http.Features.Set(new Moment(now));

    /// <summary>The Cache-Control of a response that depends on the clock; null: it doesn't.</summary>
    public static string? CacheControl(HttpContext http) => http.Features.Get<Moment>() is { } moment
        ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={59 - moment.Time.Second}, must-revalidate")
        : null;

    private sealed record Moment(DateTimeOffset Time);
}
