using FreedomCities.Api.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Http;

/// <summary>Whether the service is well.</summary>
public sealed record Health
{
    /// <summary>ok; what isn't well is a problem document.</summary>
    public required string Status { get; init; }
}

/// <summary>Asks the database at most once a second and once at a time, however many probes there are.</summary>
internal sealed class DatabaseHealth(HealthQueries health, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task<bool>? _answer;
    private long _asked;

    public Task<bool> IsMigrated(CancellationToken ct)
    {
        lock (_lock)
        {
            if (_answer is null || (_answer.IsCompleted && clock.GetElapsedTime(_asked) >= Fresh))
            {
                (_answer, _asked) = (health.IsMigrated(CancellationToken.None), clock.GetTimestamp());
            }

            return _answer.WaitAsync(ct);
        }
    }
}

/// <summary>Something that must hold before readers are sent here.</summary>
internal delegate bool ReadyCondition();

internal static class HealthEndpoints
{
    // Where other services have it.
    private static readonly string[] Elsewhere = ["/health", "/healthz", "/livez", "/readyz"];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.AddEndpointFilterFactory(QueryParameters.RefuseUnknown);

        health.MapGet("/live", Live).WithName("getLiveness");
        health.MapGet("/ready", Ready).WithName("getReadiness").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        foreach (var path in Elsewhere)
        {
            app.Map(path, Problems.NoHealthHere).ExcludeFromDescription();
        }
    }

    /// <summary>Is the process alive?</summary>
    /// <remarks>Asks nothing of the database: restart the process when this fails.</remarks>
    private static Ok<Health> Live(HttpContext http) => Well(http);

    /// <summary>Can it serve?</summary>
    /// <remarks>The database answers and has all migrations of this version, and its content has been read for search, and it hasn't been told to stop. Send readers elsewhere while this fails.</remarks>
    private static async Task<Results<Ok<Health>, ProblemHttpResult>> Ready(
        DatabaseHealth database, IEnumerable<ReadyCondition> conditions, Shutdown shutdown, HttpContext http, CancellationToken ct) =>
        shutdown.HasBegun ? Problems.Stopping()
        : !await database.IsMigrated(ct) ? Problems.NotMigrated()
        : conditions.All(holds => holds()) ? Well(http)
        : Problems.NotReady();

    private static Ok<Health> Well(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Health { Status = "ok" });
    }
}
