using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Content;

/// <summary>Where everything is: paths on this server.</summary>
public sealed record ApiIndex
{
    /// <summary>The FAQ entries.</summary>
    public required string Faqs { get; init; }

    /// <summary>The topics.</summary>
    public required string Topics { get; init; }

    /// <summary>The resources.</summary>
    public required string Resources { get; init; }

    /// <summary>The contacts.</summary>
    public required string Contacts { get; init; }

    /// <summary>The contacts for a place: with postalCode, county, state, or lat and lon.</summary>
    public required string Locate { get; init; }

    /// <summary>Finding records by a reader's own words.</summary>
    public required string Search { get; init; }

    /// <summary>The FAQ entries as schema.org JSON-LD.</summary>
    public required string FaqsJsonLd { get; init; }

    /// <summary>The FAQ entries as an Atom feed, the last edited first.</summary>
    public required string FaqsAtom { get; init; }

    /// <summary>The contacts as GeoJSON.</summary>
    public required string ContactsGeoJson { get; init; }

    /// <summary>The script of the element fc-faq, which shows answers in other people's pages.</summary>
    public required string Embed { get; init; }

    /// <summary>oEmbed 1.0: with url.</summary>
    public required string OEmbed { get; init; }

    /// <summary>What was published, changed, withdrawn or renamed.</summary>
    public required string Changes { get; init; }

    /// <summary>Everything that is published, as a stream.</summary>
    public required string Snapshot { get; init; }

    /// <summary>Whether copies are still right (POST).</summary>
    public required string Freshness { get; init; }

    /// <summary>The OpenAPI document.</summary>
    public required string OpenApi { get; init; }

    /// <summary>Swagger UI.</summary>
    public required string Swagger { get; init; }

    /// <summary>What the problem documents mean.</summary>
    public required string Problems { get; init; }

    /// <summary>What is kept of readers.</summary>
    public required string Privacy { get; init; }
}

internal static class IndexEndpoints
{
    public static void MapIndex(this IEndpointRouteBuilder v1) =>
        v1.MapGroup("/").WithTags("Index").PublicRead().Cached(CacheLifetime.Process).MapGet("/", Get).WithName("getIndex");

    /// <summary>List what there is</summary>
    /// <remarks>The path of everything that one can start from.</remarks>
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
