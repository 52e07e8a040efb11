using FreedomCities.Api.Database;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace FreedomCities.Api.Http;

/// <summary>Whether the service is well.</summary>
public sealed record Health
{
    /// <summary>ok; what isn't well is a problem document.</summary>
    public required string Status { get; init; }
}

/// <summary>Something that must hold before readers are sent here.</summary>
/// <param name="Missing">What a problem says while it doesn't.</param>
internal sealed record ReadyCondition(string Missing, Func<bool> Holds);

internal static class HealthEndpoints
{
    // Where other services have it.
    private static readonly string[] Elsewhere = ["/health", "/healthz", "/livez", "/readyz"];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health").WithoutRateLimit();
        health.AddEndpointFilterFactory(QueryParameters.RefuseUnknown);

        health.MapGet("/live", Live).WithName("getLiveness");
        health.MapGet("/ready", Ready).WithName("getReadiness").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        foreach (var path in Elsewhere)
        {
            app.Map(path, ProblemResults.NoHealthHere).ExcludeFromDescription().WithoutRateLimit();
        }
    }

    /// <summary>Is the process alive?</summary>
    /// <remarks>Asks nothing of the database: restart the process when this fails.</remarks>
    private static Ok<Health> Live(HttpContext http) => Well(http);

    /// <summary>Can it serve?</summary>
    /// <remarks>The database answers readers and has all migrations of this version, its content has been read for search, the feed of changes has begun, and it hasn't been told to stop. detail says which of these is missing. Send readers elsewhere while this fails.</remarks>
    private static async Task<Results<Ok<Health>, ProblemHttpResult>> Ready(
        DatabaseHealth database, IEnumerable<ReadyCondition> conditions, Shutdown shutdown, HttpContext http, CancellationToken ct)
    {
        if (shutdown.HasBegun)
        {
            return ProblemResults.Stopping();
        }

        try
        {
            return !await database.IsMigrated(ct) ? ProblemResults.NotMigrated()
                : conditions.FirstOrDefault(c => !c.Holds()) is { } unmet ? ProblemResults.NotReady(unmet.Missing)
                : Well(http);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.Problem(ProblemResults.Unavailable()); // the log has said why
        }
    }

    private static Ok<Health> Well(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Health { Status = "ok" });
    }
}
