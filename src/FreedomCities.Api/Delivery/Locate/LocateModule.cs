using FluentValidation;
using FreedomCities.Api.Delivery.Locate.Places;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Locate;

internal static class LocateModule
{
    public static IServiceCollection AddLocate(this IServiceCollection services) =>
        services
        .AddSingleton<PlaceQueries>()
        .AddSingleton<LocateQueries>()
        .AddSingleton<LocateSearch>()
        .AddSingleton<IValidator<LocateRequest>, LocateValidator>();

    public static void MapLocate(this IEndpointRouteBuilder v1)
    {
        var contacts = v1.MapGroup("/contacts").WithTags("Contacts").PublicRead().RateLimited(Budget.Locate);
        contacts.ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(ProblemKinds.UnknownPlace, ProblemKinds.PlaceNotCovered);

        contacts.MapGet("/locate", LocateEndpoints.Locate).WithName("locateContacts").Validated<LocateRequest>();
        contacts.MapPost("/locate", LocateEndpoints.LocatePrivately).WithName("locateContactsPrivately").Validated<LocateRequest>();
    }
}
