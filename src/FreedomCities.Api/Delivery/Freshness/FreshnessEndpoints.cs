using FreedomCities.Api.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Freshness;

internal static class FreshnessEndpoints
{
    /// <summary>Check copies for freshness</summary>
    /// <remarks>
    /// Checks 1 to 200 copies by content hash. Hashes of earlier revisions are recognised, and so are earlier slugs.
    /// </remarks>
    public static async Task<Ok<FreshnessResults>> Check(
        JsonBody<FreshnessCopy[]> body, FreshnessQueries freshness, CancellationToken ct) =>
        TypedResults.Ok(new FreshnessResults { Items = await freshness.Check(body.Value, ct) });
}
