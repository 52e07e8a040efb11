using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Changes;

internal static class ChangesEndpoints
{
    /// <summary>List changes</summary>
    /// <remarks>
    /// Change feed: published, withdrawn and renamed texts, in order and without gaps. A text is a record in one language.
    ///
    /// 1. Load `GET /v1/snapshot`. Its last line contains a cursor.
    /// 2. Request the changes with `since={cursor}`, then with the `cursor` of each response. With `wait`, the response is sent as soon as
    ///    there is a change (long polling).
    /// 3. For an `upsert`, fetch `/v1/{type}s/{slug}?lang={language}` with `Cache-Control: no-cache` and follow redirects, or request the
    ///    changes with `include=record`. If you get another language, 410 or no record, a later change explains it. For a `delete`, stop
    ///    showing the copy.
    ///
    /// A cursor older than the retention period (90 days by default), or of a database that was restored since, gives 410
    /// `resync-required`. Load the snapshot again.
    ///
    /// A text gets an `upsert` whenever its JSON changes, also when a record that it shows or counts has changed: `causedBy` names that
    /// record. An event becomes past at the end of its day in its time zone. An entry gets an `upsert` when its position changes, too.
    /// Copies that apply all changes equal this API.
    ///
    /// The changes of a response to a request with `since`, with `more: true` and without `include` stay as they are: caches may store it
    /// for a day. Only an erased contact disappears from them.
    /// </remarks>
    public static async Task<Results<Ok<ChangeList>, ProblemHttpResult>> List(
        [AsParameters] ChangesRequest request, ChangeFeed feed, RequestTimeout deadline, HttpContext http)
    {
        deadline.Restart(more: TimeSpan.FromSeconds(request.Wait ?? 0));
        return FeedCursor.Parse(request.Since) is { } since ? await feed.Read(request, since, http) : ProblemResults.InvalidCursor();
    }
}
