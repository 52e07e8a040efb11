using System.ComponentModel;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>Query parameters of the list of FAQ entries. Filters are combined with AND.</summary>
/// <param name="Topic" example="freedom-cities">Only entries of the topic with this slug.</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this jurisdiction: ISO 3166-2, or ISO 3166-1 for a country.</param>
/// <param name="UpdatedSince" example="2017-03-11T00:00:00Z">Only entries updated at or after this time (RFC 3339).</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `limit` has no effect then, and `cursor` gives 400.</param>
/// <param name="Sort" example="position">Sort order: `position` (document order) or `-updatedAt` (most recently updated first).</param>
/// <param name="Include" example="[&quot;resources&quot;,&quot;contacts&quot;]">
/// Return whole records instead of references: `resources`, `contacts` or both.
/// </param>
/// <param name="Limit" example="20">Maximum number of records per page.</param>
/// <param name="Cursor">Opaque cursor of the page, as in `next` of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record ListFaqsRequest(
    Slug? Topic = null,
    Jurisdiction? Jurisdiction = null,
    Instant? UpdatedSince = null,
    SlugList? Slugs = null,
    [property: DefaultValue("position")] Choice<Vocabulary.FaqOrders>? Sort = null,
    FaqInclude? Include = null,
    [property: DefaultValue(Page.DefaultLimit)] int? Limit = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IListRequest;
