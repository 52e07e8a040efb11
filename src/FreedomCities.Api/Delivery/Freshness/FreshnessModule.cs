using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Freshness;

internal static class FreshnessModule
{
    public static IServiceCollection AddFreshness(this IServiceCollection services) =>
        services.AddSingleton<FreshnessQueries>().AddSingleton<IValidator<FreshnessCopy[]>, FreshnessValidator>();

    public static void MapFreshness(this IEndpointRouteBuilder v1)
    {
        var freshness = v1.MapGroup("/freshness").WithTags("Changes").PublicRead();

        freshness.MapPost("/", FreshnessEndpoints.Check).WithName("checkFreshness").Validated<FreshnessCopy[]>();
    }
}
