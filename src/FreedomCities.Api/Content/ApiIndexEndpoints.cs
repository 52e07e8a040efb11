using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Content;

/// <summary>Paths of the entry points of this API.</summary>
public sealed record ApiIndex
{
    /// <summary>List of FAQ entries.</summary>
    public required string Faqs { get; init; }

    /// <summary>List of topics.</summary>
    public required string Topics { get; init; }

    /// <summary>List of resources.</summary>
    public required string Resources { get; init; }

    /// <summary>List of contacts.</summary>
    public required string Contacts { get; init; }

    /// <summary>Contacts for a place. Requires `postalCode`, `county`, `state`, or `lat` with `lon`.</summary>
    public required string Locate { get; init; }

    /// <summary>Full-text search. Requires `q`.</summary>
    public required string Search { get; init; }

    /// <summary>FAQ entries as schema.org JSON-LD.</summary>
    public required string FaqsJsonLd { get; init; }

    /// <summary>FAQ entries as an Atom feed, most recently updated first.</summary>
    public required string FaqsAtom { get; init; }

    /// <summary>Contacts as GeoJSON.</summary>
    public required string ContactsGeoJson { get; init; }

    /// <summary>Script of the custom element `fc-faq`, which shows answers in other websites.</summary>
    public required string Embed { get; init; }

    /// <summary>oEmbed 1.0. Requires `url`.</summary>
    public required string OEmbed { get; init; }

    /// <summary>Change feed: what was published, changed, withdrawn or renamed.</summary>
    public required string Changes { get; init; }

    /// <summary>Snapshot: everything that is published, as NDJSON.</summary>
    public required string Snapshot { get; init; }

    /// <summary>Freshness check of copies (POST).</summary>
    public required string Freshness { get; init; }

    /// <summary>OpenAPI document.</summary>
    public required string OpenApi { get; init; }

    /// <summary>Swagger UI.</summary>
    public required string Swagger { get; init; }

    /// <summary>Explanations of the problem documents.</summary>
    public required string Problems { get; init; }

    /// <summary>Privacy statement.</summary>
    public required string Privacy { get; init; }
}

internal static class ApiIndexEndpoints
{
    public static void MapIndex(this IEndpointRouteBuilder v1) =>
        v1.MapGroup("/").WithTags("Index").PublicRead().Cached(CacheLifetime.Process).MapGet("/", Get).WithName("getIndex");

    /// <summary>List entry points</summary>
    /// <remarks>Returns the path of every list, format, feed and document.</remarks>
    private static Ok<ApiIndex> Get(PublicUrl site) => TypedResults.Ok(new ApiIndex
    {
        Faqs = site.LinkTo("/v1/faqs"),
        Topics = site.LinkTo("/v1/topics"),
        Resources = site.LinkTo("/v1/resources"),
        Contacts = site.LinkTo("/v1/contacts"),
        Locate = site.LinkTo("/v1/contacts/locate"),
        Search = site.LinkTo("/v1/search"),
        FaqsJsonLd = site.LinkTo("/v1/faqs.jsonld"),
        FaqsAtom = site.LinkTo("/v1/feeds/faqs.atom"),
        ContactsGeoJson = site.LinkTo("/v1/contacts.geojson"),
        Embed = site.LinkTo("/embed/fc-faq.js"),
        OEmbed = site.LinkTo("/oembed"),
        Changes = site.LinkTo("/v1/changes"),
        Snapshot = site.LinkTo("/v1/snapshot"),
        Freshness = site.LinkTo("/v1/freshness"),
        OpenApi = site.LinkTo("/openapi/public.v1.json"),
        Swagger = site.LinkTo("/swagger"),
        Problems = site.LinkTo("/problems"),
        Privacy = site.LinkTo("/.well-known/privacy.json"),
    });
}
