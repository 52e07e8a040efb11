using System.Text.Json;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Delivery.Formats.GeoJson;
using FreedomCities.Api.Delivery.Formats.JsonLd;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Records in standard formats, each at its own path.</summary>
internal static class FormatEndpoints
{
    public const int MaxRecords = 500;
    public const int MaxEntriesOfFeed = 100;

    public const string JsonLd = "application/ld+json";
    public const string GeoJson = "application/geo+json";
    public const string Atom = "application/atom+xml";
    private const string VCards = "text/vcard; charset=utf-8";

    /// <summary>Get FAQ entries as JSON-LD</summary>
    /// <remarks>
    /// A schema.org `FAQPage` for web pages that show these entries. Safe to copy into a `script` element. Up to 500 entries in document
    /// order. If there are more, the `Link` header has the next page.
    /// </remarks>
    public static async Task<Results<FormattedDocument, ProblemHttpResult>> GetFaqsJsonLd(
        [AsParameters] FaqFormatRequest request, FaqPages faqs, PublicUrl url, ContentTerms terms, HttpContext http)
    {
        if (await faqs.Find(http, request, "position", MaxRecords) is not { } page)
        {
            return ProblemResults.InvalidCursor();
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(JsonLdPage.From(page, url, terms), Json.InPages);
        return new FormattedDocument(JsonLd, json, page.Languages);
    }

    /// <summary>Get contacts as GeoJSON</summary>
    /// <remarks>
    /// A `FeatureCollection` (RFC 7946). Up to 500 contacts, oldest record first. If there are more, the `Link` header has the next page.
    /// </remarks>
    public static async Task<Results<FormattedDocument, ProblemHttpResult>> GetContactsGeoJson(
        [AsParameters] ContactFormatRequest request, Cursors cursors, ContactQueries contacts, TimeProvider clock, HttpContext http,
        CancellationToken ct)
    {
        if (await cursors.Open(http, request, MaxRecords, ct) is not { } cursor)
        {
            return ProblemResults.InvalidCursor();
        }

        if (request.Open is not null)
        {
            http.ExpireAtNextMinute(clock.GetUtcNow());
        }

        var page = cursor.CreatePage(await contacts.List(request.AsList(), cursor, ct)).Convert(d => d.Read<Contact>());
        var json = JsonSerializer.SerializeToUtf8Bytes(ContactFeatureCollection.From(page), Json.InPages);
        return new FormattedDocument(GeoJson, json, page.Languages);
    }

    /// <summary>Get FAQ entries as an Atom feed</summary>
    /// <remarks>
    /// An Atom feed (RFC 4287). Up to 100 entries, most recently updated first. If there are more, the `next` link (RFC 5005) and the
    /// `Link` header have the next page. The id of an entry is the record id, which doesn't change with the slug. Withdrawn entries are
    /// omitted.
    /// </remarks>
    public static async Task<Results<FormattedDocument, ProblemHttpResult>> GetFaqsAtom(
        [AsParameters] FaqFormatRequest request, FaqPages faqs, PublicUrl url, ContentTerms terms, HttpContext http)
    {
        if (await faqs.Find(http, request, "-updatedAt", MaxEntriesOfFeed) is not { } page)
        {
            return ProblemResults.InvalidCursor();
        }

        var feed = AtomFeed.Write(page, Address(http, without: "cursor"), Address(http), url, terms);
        return new FormattedDocument(Atom, feed, page.Languages);
    }

    /// <summary>Get a contact as a vCard</summary>
    /// <remarks>
    /// vCard 4.0 (RFC 6350) or 3.0 (RFC 2426) in UTF-8. Many address books lose the extension of a number in 4.0: give them 3.0. An earlier
    /// slug redirects to the current one (308).
    /// </remarks>
    /// <param name="slug" example="ana-moran">Slug of the contact: the current one or an earlier one.</param>
    public static async Task<Results<FormattedDocument, MissingRecord>> GetContactVCard(
        string slug, [AsParameters] GetVCardRequest request, ReadConnections database, MissingRecordQueries missing, PublicUrl url,
        HttpContext http) =>
        await database.FindServed("contact", slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } contact
            ? new FormattedDocument(VCards, VCard.Write(contact.Read<Contact>(), url, request.VersionText), [contact.ServedLanguage])
            : await missing.ResolveSlug(http, "contact", "contact", slug);

    private static string Address(HttpContext http, string? without = null) =>
        http.Request.Path + QueryString.Create(http.Request.Query.Where(p => p.Key != without));
}
