using FreedomCities.Api.Database;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace FreedomCities.Api.Http;

/// <summary>Health of the service.</summary>
public sealed record Health
{
    /// <summary>`ok`. A failing check returns a problem document instead.</summary>
    public required string Status { get; init; }
}

/// <summary>Condition for readiness.</summary>
/// <param name="Missing">Detail of the problem document while it doesn't hold.</param>
internal sealed record ReadyCondition(string Missing, Func<bool> Holds);

internal static class HealthEndpoints
{
    // Paths of health checks in other services: the response names ours.
    private static readonly string[] CommonPaths = ["/health", "/healthz", "/livez", "/readyz"];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health").WithoutRateLimit();
        health.AddEndpointFilterFactory(QueryParameters.RejectUnknownParameters);

        health.MapGet("/live", Live).WithName("getLiveness");
        health.MapGet("/ready", Ready).WithName("getReadiness").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        foreach (var path in CommonPaths)
        {
            app.Map(path, ProblemResults.HealthIsElsewhere).ExcludeFromDescription().WithoutRateLimit();
        }
    }

    /// <summary>Check liveness</summary>
    /// <remarks>Doesn't query the database. Restart the process when this check fails.</remarks>
    private static Ok<Health> Live(HttpContext http) => Healthy(http);

    /// <summary>Check readiness</summary>
    /// <remarks>
    /// 200 if the database responds and is migrated, the search index is loaded, the change feed is initialised, and the service isn't
    /// shutting down. Otherwise `detail` of the 503 names what is missing. Route no requests to this instance while the check fails.
    /// </remarks>
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
                : conditions.FirstOrDefault(c => !c.Holds()) is { } unmet ? NotReady(unmet, database)
                : Healthy(http);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException
            && !http.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.Problem(ProblemResults.Unavailable()); // DatabaseHealth has logged the cause
        }
    }

    private static ProblemHttpResult NotReady(ReadyCondition unmet, DatabaseHealth database) => ProblemResults.NotReady(
        database.IsBackgroundDown ? unmet.Missing + " The app role can't use the database: the log says why." : unmet.Missing);

    private static Ok<Health> Healthy(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Health { Status = "ok" });
    }
}
