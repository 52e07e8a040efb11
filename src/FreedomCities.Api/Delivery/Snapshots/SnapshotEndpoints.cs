using FluentValidation;
using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FreedomCities.Api.Delivery.Snapshots;

internal static class SnapshotEndpoints
{
    public static IServiceCollection AddSnapshot(this IServiceCollection services) =>
        services.AddSingleton<SnapshotQueries>().AddSingleton<SnapshotSlots>().AddSingleton<IValidator<SnapshotRequest>, SnapshotValidator>();

    public static void MapSnapshot(this IEndpointRouteBuilder v1)
    {
        var snapshot = v1.MapGroup("/snapshot").WithTags("Changes").PublicRead().Streamed().WithoutConcurrencyLimit();

        snapshot.MapGet("/", Get).WithName("getSnapshot").Validated<SnapshotRequest>().Produces<Stream>(contentType: Snapshot.MediaType);
    }

    /// <summary>Read everything that is published</summary>
    /// <remarks>
    /// One JSON value a line (NDJSON): {"type", "record"} with the record as a single read gives it, each language by itself. The last line is {"type": "end", "cursor", "count"}:
    /// without it the answer was cut off. Go on with the changes since its cursor. An unchanged snapshot costs a 304.
    /// </remarks>
    private static Results<Snapshot, ProblemHttpResult> Get(
        [AsParameters] SnapshotRequest request, HttpContext http, SnapshotQueries queries, SnapshotSlots slots, IOptions<JsonOptions> json) =>
        slots.Acquire(http) is { } problem
            ? problem
            : new Snapshot(queries, request, Languages.Negotiate(http, request.Lang, accept: false), json.Value.SerializerOptions);
}
