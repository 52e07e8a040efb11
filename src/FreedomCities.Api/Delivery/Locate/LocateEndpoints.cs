using FreedomCities.Api.Delivery.Locate.Places;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Locate;

internal static class LocateEndpoints
{
    /// <summary>Find contacts for a place</summary>
    /// <remarks>
    /// Contacts that serve the place, nearest first, then contacts in the same state without a declared service area, then up to 3 offices
    /// in other states that are nearer than each of these offices and within 200 km. If no contact serves the place or is in its state,
    /// `items` is empty and `elsewhere` is the nearest office. Give exactly one of `postalCode`, `county`, `state`, or `lat` with `lon`.
    ///
    /// The URL contains the place, and browsers and proxies store URLs. Use POST to keep the place out of the URL.
    ///
    /// If the response depends on the clock (`open=now`, or opening hours are stated), caches may store it only until the next full minute.
    /// </remarks>
    public static async Task<Results<Ok<LocateResult>, ProblemHttpResult>> Locate(
        [AsParameters] LocateRequest request, PlaceQueries places, LocateSearch search, TimeProvider clock, HttpContext http,
        CancellationToken ct)
    {
        if ((await places.Find(request, ct) ?? Territories.Find(request)) is not { } place)
        {
            return ProblemResults.UnknownPlace();
        }

        var lookup = new Lookup(request, place, Languages.Negotiate(http, request.Lang), clock.GetUtcNow());
        var result = await search.Run(lookup, ct);
        if (request.Open is not null || Array.Exists(result.Items, i => i.OpenNow is not null))
        {
            http.ExpireAtNextMinute(lookup.Now);
        }

        return result.Items.Length == 0 && Territories.FindName(place.State) is { } territory && !await search.IsCovered(lookup, ct)
            ? ProblemResults.PlaceNotCovered(territory)
            : TypedResults.Ok(result);
    }

    /// <summary>Find contacts for a place, privately</summary>
    /// <remarks>Same result as GET, with the parameters in the body instead of the URL. The response is `no-store`.</remarks>
    public static Task<Results<Ok<LocateResult>, ProblemHttpResult>> LocatePrivately(
        JsonBody<LocateRequest> body, PlaceQueries places, LocateSearch search, TimeProvider clock, HttpContext http,
        CancellationToken ct) =>
        Locate(body.Value, places, search, clock, http, ct);
}
