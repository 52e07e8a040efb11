using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Locate;

internal static class LocateEndpoints
{
    private const string Attribution = "Places: GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)";

    /// <summary>Find the contacts for a place</summary>
    /// <remarks>
    /// Who serves the place, the nearest first; then who is in its state and names no area. With nobody: no items, and the nearest office elsewhere, which says so.
    /// The place is in the URL, which browsers and proxies remember: POST is the more private way.
    /// </remarks>
    public static async Task<Results<Ok<LocateResult>, ProblemHttpResult>> Locate(
        [AsParameters] LocateRequest request, Languages languages, LocateQueries contacts, CancellationToken ct) =>
        await contacts.Find(request, ct) is { } place
            ? TypedResults.Ok(await Answer(place, request, languages, contacts, ct))
            : ProblemResults.UnknownPlace();

    /// <summary>Find the contacts for a place, privately</summary>
    /// <remarks>The same as GET, with the place in the body instead of the URL; no cache may keep the answer.</remarks>
    public static Task<Results<Ok<LocateResult>, ProblemHttpResult>> LocatePrivately(Body<LocateRequest> body, LocateQueries contacts, CancellationToken ct) =>
        Locate(body.Value, body.Languages, contacts, ct);

    private static async Task<LocateResult> Answer(Place place, LocateRequest request, Languages languages, LocateQueries contacts, CancellationToken ct)
    {
        var reasons = new Reasons(languages, place);
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
