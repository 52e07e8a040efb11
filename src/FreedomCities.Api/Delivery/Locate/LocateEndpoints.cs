using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Locate;

internal static class LocateEndpoints
{
    private const string Attribution =
        "Places: GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)";

    /// <summary>Find contacts for a place</summary>
    /// <remarks>
    /// Contacts that serve the place, nearest first, then contacts in the same state without a declared service area. If there are none,
    /// `items` is empty and `elsewhere` is the nearest office. Give exactly one of `postalCode`, `county`, `state`, or `lat` with `lon`.
    ///
    /// The URL contains the place, and browsers and proxies store URLs. Use POST to keep the place out of the URL.
    /// </remarks>
    public static async Task<Results<Ok<LocateResult>, ProblemHttpResult>> Locate(
        [AsParameters] LocateRequest request, LocateQueries contacts, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        await contacts.Find(request, ct) is { } place
            ? TypedResults.Ok(await FindContacts(place, request, Languages.Negotiate(http, request.Lang), contacts, clock.GetUtcNow(), ct))
            : ProblemResults.UnknownPlace();

    /// <summary>Find contacts for a place, privately</summary>
    /// <remarks>Same result as GET, with the parameters in the body instead of the URL. The response is `no-store`.</remarks>
    public static Task<Results<Ok<LocateResult>, ProblemHttpResult>> LocatePrivately(
        JsonBody<LocateRequest> body, LocateQueries contacts, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        Locate(body.Value, contacts, clock, http, ct);

    private static async Task<LocateResult> FindContacts(
        Place place, LocateRequest request, Languages languages, LocateQueries contacts, DateTimeOffset now, CancellationToken ct)
    {
        var reasons = new Reasons(languages, place, now);
        var matches = await contacts.Nearest(reasons.Tiers, place, request.Limit ?? LocateRequest.DefaultLimit, languages, ct);
        var elsewhere = matches.Length == 0 ? await contacts.Nearest([("office", "")], place, 1, languages, ct) : [];
        return new LocateResult
        {
            Place = place,
            Items = reasons.Explain(matches),
            Elsewhere = elsewhere.Select(reasons.ExplainElsewhere).FirstOrDefault(),
            Attribution = Attribution,
            ReasonLanguage = reasons.Language,
        };
    }
}
