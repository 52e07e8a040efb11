using FreedomCities.Api.Content.Contacts.Opening;
using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Content.Contacts;

internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder v1)
    {
        var contacts = v1.MapGroup("/contacts").WithTags("Contacts").PublicRead().Cached();

        contacts.MapGet("/", List).WithName("listContacts").Validated<ListContactsRequest>();
        contacts.MapGet("/{slug}", Get).WithName("getContact").Validated<GetRequest>();

        // It depends on the clock: nothing stores it.
        v1.MapGroup("/contacts").WithTags("Contacts").PublicRead(isStored: false)
            .MapGet("/{slug}/hours", GetHours).WithName("getContactHours").Validated<GetHoursRequest>();
    }

    /// <summary>List contacts</summary>
    /// <remarks>Offices and persons, oldest record first. Filters are combined with AND.</remarks>
    private static async Task<Results<ServedPage<Contact>, ProblemHttpResult>> List(
        [AsParameters] ListContactsRequest request, Cursors cursors, ContactQueries contacts, TimeProvider clock, HttpContext http,
        CancellationToken ct)
    {
        if (await cursors.Open(http, request, ct) is not { } page)
        {
            return ProblemResults.InvalidCursor();
        }

        if (request.Open is not null)
        {
            http.ExpireAtNextMinute(clock.GetUtcNow());
        }

        return new ServedPage<Contact>(page.CreatePage(await contacts.List(request, page, ct)));
    }

    /// <summary>Get a contact</summary>
    /// <remarks>An earlier slug redirects to the current one (308). A withdrawn contact gives 410 with `reason` and `replacedBy`.</remarks>
    /// <param name="slug">Slug of the contact: the current one or an earlier one.</param>
    private static async Task<Results<ServedResult<Contact>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, ReadConnections database, MissingRecordQueries missing, HttpContext http) =>
        await database.FindServed("contact", slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } contact
            ? new ServedResult<Contact>(contact)
            : await missing.ResolveSlug(http, "contact", "contact", slug);

    /// <summary>Get a contact's opening hours</summary>
    /// <remarks>
    /// Computes whether the contact is open, now or at another time. It is open while the clock in its time zone is within its weekly
    /// hours, also on days on which the clock is changed. An earlier slug redirects to the current one (308).
    /// </remarks>
    /// <param name="slug">Slug of the contact: the current one or an earlier one.</param>
    private static async Task<Results<Ok<OpeningState>, MissingRecord>> GetHours(
        string slug, [AsParameters] GetHoursRequest request, ReadConnections database, MissingRecordQueries missing, TimeProvider clock,
        HttpContext http) =>
        await database.FindServed("contact", slug, Languages.Negotiate(http, null), http.RequestAborted) is { } contact
            ? TypedResults.Ok(OpeningState.Create(contact.Read<Contact>(), request.At?.Time ?? clock.GetUtcNow()))
            : await missing.ResolveSlug(http, "contact", "contact", slug);
}
