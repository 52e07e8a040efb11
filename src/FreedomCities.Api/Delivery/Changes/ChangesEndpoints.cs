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
    /// 3. For an `upsert`, fetch `/v1/{type}s/{slug}?lang={language}` and follow redirects. If you get another language or 410, a later
    ///    change explains it. For a `delete`, stop showing the copy.
    ///
    /// A cursor older than the retention period (90 days by default), or of a database that was restored since, gives 410
    /// `resync-required`. Load the snapshot again.
    ///
    /// A text also gets an `upsert` when it becomes outdated, when its position changes, and when a record that it shows gets another slug
    /// or name. An entry shows topics, resources and contacts, a part shows its parent, and a person shows the office.
    ///
    /// Derived values don't produce changes: `faqCount`, a resource's topics, an event's state, available languages, and `updatedAt`.
    /// </remarks>
    public static async Task<Results<Ok<ChangeList>, ProblemHttpResult>> List(
        [AsParameters] ChangesRequest request, ChangeFeed feed, RequestTimeout deadline, HttpContext http)
    {
        deadline.Restart(more: TimeSpan.FromSeconds(request.Wait ?? 0));
        return FeedCursor.Parse(request.Since) is { } since ? await feed.Read(request, since, http) : ProblemResults.InvalidCursor();
    }
}
