using System.Text.Json;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Delivery.Formats.GeoJson;
using FreedomCities.Api.Delivery.Formats.JsonLd;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>The records in the formats of others, each at a path of its own.</summary>
internal static class FormatEndpoints
{
    public const int MaxRecords = 500;
    public const int MaxEntriesOfFeed = 100;

    private const string JsonLd = "application/ld+json";
    private const string GeoJson = "application/geo+json";
    private const string Atom = "application/atom+xml";
    private const string VCards = "text/vcard; charset=utf-8";

    public static IServiceCollection AddFormats(this IServiceCollection services) => services
        .AddSingleton<IValidator<FaqFormatRequest>, PagedRequestValidator<FaqFormatRequest>>()
        .AddSingleton<IValidator<ContactFormatRequest>, PagedRequestValidator<ContactFormatRequest>>();

    public static void MapFormats(this IEndpointRouteBuilder v1)
    {
        var formats = v1.MapGroup("/").WithTags("Formats").PublicRead().Cached();

        formats.MapGet("/faqs.jsonld", GetFaqsJsonLd).WithName("getFaqsJsonLd")
            .Validated<FaqFormatRequest>().Produces<JsonLdPage>(200, JsonLd);
        formats.MapGet("/contacts.geojson", GetContactsGeoJson).WithName("getContactsGeoJson")
            .Validated<ContactFormatRequest>().Produces<ContactFeatureCollection>(200, GeoJson);
        formats.MapGet("/contacts/{slug}.vcf", GetContactVCard).WithName("getContactVCard")
            .Validated<GetRequest>().Produces<Stream>(200, "text/vcard");
        formats.MapGet("/feeds/faqs.atom", GetFaqsAtom).WithName("getFaqsAtom").Validated<FaqFormatRequest>().Produces<Stream>(200, Atom);
    }

    /// <summary>Get FAQ entries as JSON-LD</summary>
    /// <remarks>
    /// A schema.org FAQPage, for pages that show these entries: safe to copy into a script element. At most 500 entries, in the order of
    /// their list; where there are more, the header Link leads to the next part.
    /// </remarks>
    private static async Task<Results<FormattedDocument, ProblemHttpResult>> GetFaqsJsonLd(
        [AsParameters] FaqFormatRequest request, Cursors cursors, FaqQueries faqs, PublicUrl url, ContentTerms terms, HttpContext http)
    {
        if (await cursors.Open(http, request, MaxRecords, http.RequestAborted) is not { } cursor)
        {
            return ProblemResults.InvalidCursor();
        }

        var page = cursor.CreatePage(await faqs.List(request.AsList("position"), cursor, http.RequestAborted));
        var json = JsonSerializer.SerializeToUtf8Bytes(JsonLdPage.From(page, url, terms), Json.InPages);
        return new FormattedDocument(JsonLd, json, page.Languages);
    }

    /// <summary>Get contacts as GeoJSON</summary>
    /// <remarks>
    /// A FeatureCollection (RFC 7946). At most 500 contacts, in the order of their list; where there are more, the header Link leads to the
    /// next part.
    /// </remarks>
    private static async Task<Results<FormattedDocument, ProblemHttpResult>> GetContactsGeoJson(
        [AsParameters] ContactFormatRequest request, Cursors cursors, ContactQueries contacts, HttpContext http, CancellationToken ct)
    {
        if (await cursors.Open(http, request, MaxRecords, ct) is not { } cursor)
        {
            return ProblemResults.InvalidCursor();
        }

        var page = cursor.CreatePage(await contacts.List(request.AsList(), cursor, ct));
        var json = JsonSerializer.SerializeToUtf8Bytes(ContactFeatureCollection.From(page), Json.InPages);
        return new FormattedDocument(GeoJson, json, page.Languages);
    }

    /// <summary>Get FAQ entries as an Atom feed</summary>
    /// <remarks>
    /// RFC 4287, the last edited first, at most 100 entries; where there are more, the link next (RFC 5005), also in the header Link, leads
    /// to the next part. An entry's id is its record's, whatever becomes of its slug; what is withdrawn isn't in it.
    /// </remarks>
    private static async Task<Results<FormattedDocument, ProblemHttpResult>> GetFaqsAtom(
        [AsParameters] FaqFormatRequest request, Cursors cursors, FaqQueries faqs, PublicUrl url, ContentTerms terms, HttpContext http)
    {
        if (await cursors.Open(http, request, MaxEntriesOfFeed, http.RequestAborted) is not { } cursor)
        {
            return ProblemResults.InvalidCursor();
        }

        var page = cursor.CreatePage(await faqs.List(request.AsList("-updatedAt"), cursor, http.RequestAborted));
        var feed = AtomFeed.Write(page, Address(http, without: "cursor"), Address(http), url, terms);
        return new FormattedDocument(Atom, feed, page.Languages);
    }

    /// <summary>Get one contact as a vCard</summary>
    /// <remarks>Version 4.0 (RFC 6350), UTF-8.</remarks>
    /// <param name="slug" example="ana-moran">The contact's permanent name in URLs.</param>
    private static async Task<Results<FormattedDocument, MissingRecord>> GetContactVCard(
        string slug, [AsParameters] GetRequest request, ContactQueries contacts, MissingRecordQueries missing, PublicUrl url, HttpContext http) =>
        await contacts.Find(slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } contact
            ? new FormattedDocument(VCards, VCard.Write(contact, url.Absolute($"/v1/contacts/{slug}.vcf")), [contact.Language.Served])
            : await missing.ResolveSlug(http, "contact", "contact", slug);

    private static string Address(HttpContext http, string? without = null) =>
        http.Request.Path + QueryString.Create(http.Request.Query.Where(p => p.Key != without));
}
