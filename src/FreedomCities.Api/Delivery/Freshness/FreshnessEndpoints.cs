using FreedomCities.Api.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Freshness;

internal static class FreshnessEndpoints
{
    /// <summary>Ask whether copies are still right</summary>
    /// <remarks>For anybody who has a copy on a page, on paper or in an app: by its hash, also of an earlier revision. At most 200 at once.</remarks>
    public static async Task<Ok<FreshnessResults>> Check(
        Body<FreshnessCopy[]> body, FreshnessQueries freshness, CancellationToken ct) =>
        TypedResults.Ok(new FreshnessResults { Items = await freshness.Check(body.Value, ct) });
}
