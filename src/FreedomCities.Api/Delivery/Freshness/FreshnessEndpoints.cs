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

    /// <summary>Check copies for freshness</summary>
    /// <remarks>
    /// Checks 1 to 200 copies by content hash. Hashes of earlier revisions are recognised, and so are earlier slugs.
    /// </remarks>
    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<FreshnessResults>> Check(
        Body<FreshnessCopy[]> body, FreshnessQueries freshness, CancellationToken ct) =>
        TypedResults.Ok(new FreshnessResults { Items = await freshness.Check(body.Value, ct) });
}
