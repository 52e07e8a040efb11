using FluentValidation;
using FreedomCities.Api.Http.Caching;
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
        var snapshot = v1.MapGroup("/snapshot").WithTags("Changes").PublicRead();

        snapshot.MapGet("/", Get).WithName("getSnapshot").Validated<SnapshotRequest>().Produces<Stream>(contentType: Snapshot.MediaType).WithMetadata(new Streamed());
    }

    /// <summary>Get a snapshot</summary>
    /// <remarks>
    /// Streams all published texts as NDJSON (`application/x-ndjson`). Each line is `{"type", "record"}`. A `record` has the form of the
    /// single GET. Each language of a record has its own line.
    ///
    /// The last line is `{"type": "end", "cursor", "count"}`. If it is missing, the response was cut off. Continue with
    /// `GET /v1/changes?since={cursor}`. `Accept-Language` has no effect. Send `If-None-Match` to get 304 for an unchanged snapshot.
    /// </remarks>
    private static Results<Snapshot, ProblemHttpResult> Get(
        [AsParameters] SnapshotRequest request, HttpContext http, SnapshotQueries queries, SnapshotSlots slots, IOptions<JsonOptions> json) =>
        slots.Acquire(http) is { } problem
            ? problem
            : new Snapshot(queries, request, Languages.Negotiate(http, request.Lang, accept: false), json.Value.SerializerOptions);
}
