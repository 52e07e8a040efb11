using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Freshness;

internal static class FreshnessEndpoints
{
    public static IServiceCollection AddFreshness(this IServiceCollection services) =>
        services.AddSingleton<FreshnessQueries>().AddSingleton<IValidator<FreshnessCopy[]>, FreshnessValidator>();

    public static void MapFreshness(this IEndpointRouteBuilder v1)
    {
        var freshness = v1.MapGroup("/freshness").WithTags("Changes").PublicRead();

        freshness.MapPost("/", Check).WithName("checkFreshness").Validated<FreshnessCopy[]>();
    }

    /// <summary>Ask whether copies are still right</summary>
    /// <remarks>For anybody who has a copy on a page, on paper or in an app: by its hash, also of an earlier revision. At most 200 at once.</remarks>
    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<FreshnessResults>> Check(
        Body<FreshnessCopy[]> body, FreshnessQueries freshness, CancellationToken ct) =>
        TypedResults.Ok(new FreshnessResults { Items = await freshness.Check(body.Value, ct) });
}
