using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
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
    }

    /// <summary>List the contacts</summary>
    /// <remarks>Offices and persons, in the order in which they were added.</remarks>
    private static async Task<Results<Ok<Page<Contact>>, ProblemHttpResult>> List(
        [AsParameters] ListContactsRequest request, Cursors cursors, ContactQueries contacts, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? TypedResults.Ok(page.CreatePage(await contacts.List(request, page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get one contact</summary>
    /// <remarks>An earlier slug is redirected to the present one; a withdrawn record is a 410 that says why, and what replaces it.</remarks>
    /// <param name="slug">The contact's permanent name in URLs.</param>
    private static async Task<Results<Ok<Contact>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, ContactQueries contacts, MissingRecordQueries missing, HttpContext http) =>
        await contacts.Find(slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } contact
            ? TypedResults.Ok(contact)
            : await missing.ResolveSlug(http, "contact", "contact", slug);
}
