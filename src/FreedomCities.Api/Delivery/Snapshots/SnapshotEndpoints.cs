using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Snapshots;

internal static class SnapshotEndpoints
{
    /// <summary>Get a snapshot</summary>
    /// <remarks>
    /// Streams all published texts as NDJSON (`application/x-ndjson`). Each line is `{"type", "record"}`. A `record` has the form of the
    /// single GET. Each language of a record has its own line.
    ///
    /// The last line is `{"type": "end", "cursor", "count"}`. If it is missing, the response was cut off. Continue with
    /// `GET /v1/changes?since={cursor}`. `Accept-Language` has no effect, and
    /// `language.requested` is null. Send `If-None-Match` to get 304 for an unchanged snapshot.
    /// </remarks>
    public static Results<Snapshot, ProblemHttpResult> Get(
        [AsParameters] SnapshotRequest request, HttpContext http, SnapshotQueries queries, SnapshotSlots slots) =>
        slots.Acquire(http) is { } problem
            ? problem
            : new Snapshot(queries, request);
}
