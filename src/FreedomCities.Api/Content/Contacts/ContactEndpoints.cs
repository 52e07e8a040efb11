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
        [AsParameters] ListContactsRequest request, Languages languages, Cursors cursors, ContactQueries contacts, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request.Slugs is null ? request.Limit : Validation.MaxSlugs, languages, ct) is { } page
            ? TypedResults.Ok(page.CreatePage(await contacts.List(request, page.Rows, page.After, languages, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get one contact</summary>
    /// <remarks>An earlier slug is redirected to the present one; a withdrawn record is a 410 that says why, and what replaces it.</remarks>
    /// <param name="slug">The contact's permanent name in URLs.</param>
    private static async Task<Results<Ok<Contact>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, Languages languages, ContactQueries contacts, MissingRecordQueries absent, HttpContext http, CancellationToken ct) =>
        await contacts.Find(slug, languages, ct) is { } contact
            ? TypedResults.Ok(contact)
            : await absent.ResolveSlug(http, "contact", "contact", slug, ct);
}
