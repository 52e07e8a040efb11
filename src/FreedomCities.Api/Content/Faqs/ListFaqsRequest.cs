using System.ComponentModel;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>What a caller may ask of the list of FAQ entries. Filters narrow it together.</summary>
/// <param name="Topic" example="freedom-cities">Only entries of this topic (slug).</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this place (ISO 3166-2, or a country's ISO 3166-1 code).</param>
/// <param name="UpdatedSince" example="2017-03-11T00:00:00Z">Only entries that were edited then or later (RFC 3339).</param>
/// <param name="Slugs">Only these, at most 100. Not paged: limit has no effect, cursor is refused.</param>
/// <param name="Sort" example="position">The order: position, as in the documents, or -updatedAt, the last edited first.</param>
/// <param name="Include" example="[&quot;resources&quot;,&quot;contacts&quot;]">Whole records instead of references, for resources, contacts or both.</param>
/// <param name="Limit" example="20">How many records at most.</param>
/// <param name="Cursor">Where to go on: the cursor in next of the part before.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
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
