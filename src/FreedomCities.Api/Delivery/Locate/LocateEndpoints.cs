using FluentValidation;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Locate;

internal static class LocateEndpoints
{
    private const string Attribution = "Places: GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)";

    public static IServiceCollection AddLocate(this IServiceCollection services) =>
        services.AddSingleton<LocateQueries>().AddSingleton<IValidator<LocateRequest>, LocateValidator>();

    public static void MapLocate(this IEndpointRouteBuilder v1)
    {
        var contacts = v1.MapGroup("/contacts").WithTags("Contacts").PublicRead().RateLimited(Budget.Search);
        contacts.ProducesProblem(StatusCodes.Status404NotFound).WithMetadata(ProblemResults.UnknownPlaceKind);

        contacts.MapGet("/locate", Locate).WithName("locateContacts").Validated<LocateRequest>();
        contacts.MapPost("/locate", LocatePrivately).WithName("locateContactsPrivately").Validated<LocateRequest>();
    }

    /// <summary>Find the contacts for a place</summary>
    /// <remarks>
    /// Who serves the place, the nearest first; then who is in its state and names no area. With nobody: no items, and the nearest office elsewhere, which says so.
    /// The place is in the URL, which browsers and proxies remember: POST is the more private way.
    /// </remarks>
    private static async Task<Results<Ok<LocateResult>, ProblemHttpResult>> Locate(
        [AsParameters] LocateRequest request, Languages languages, LocateQueries contacts, CancellationToken ct) =>
        await contacts.Find(request, ct) is { } place
            ? TypedResults.Ok(await Answer(place, request, languages, contacts, ct))
            : ProblemResults.UnknownPlace();

    /// <summary>Find the contacts for a place, privately</summary>
    /// <remarks>The same as GET, with the place in the body instead of the URL; no cache may keep the answer.</remarks>
    private static Task<Results<Ok<LocateResult>, ProblemHttpResult>> LocatePrivately(Body<LocateRequest> body, LocateQueries contacts, CancellationToken ct) =>
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
