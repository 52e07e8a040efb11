using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Query parameters of FAQ entries in another format. Filters are combined with AND.</summary>
/// <param name="Topic" example="freedom-cities">Only entries of the topic with this slug.</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this jurisdiction: ISO 3166-2, or ISO 3166-1 for a country.</param>
/// <param name="UpdatedSince" example="2017-03-11T00:00:00Z">Only entries updated at or after this time (RFC 3339).</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `cursor` gives 400.</param>
/// <param name="Cursor">Opaque cursor of the page, as in the `Link` header of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record FaqFormatRequest(
    Slug? Topic = null,
    Jurisdiction? Jurisdiction = null,
    Instant? UpdatedSince = null,
    SlugList? Slugs = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IPagedRequest
{
    internal ListFaqsRequest AsList(string sort) => new(Topic, Jurisdiction, UpdatedSince, Slugs, new(sort));
}

/// <summary>Query parameters of a vCard.</summary>
/// <param name="Version" example="3.0">Version of vCard. Default: 4.0.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record GetVCardRequest(Choice<Vocabulary.VCardVersions>? Version = null, LanguageTag? Lang = null) : IInAnyLanguage
{
    internal string VersionText => Version?.Text ?? Vocabulary.VCardVersions.All[0];
}

/// <summary>Query parameters of contacts in another format. Filters are combined with AND.</summary>
/// <param name="Kind" example="person">Only contacts of this kind.</param>
/// <param name="State" example="NM">Only contacts located in this state (two letters).</param>
/// <param name="City" example="Albuquerque">Only contacts located in this city. The comparison ignores case.</param>
/// <param name="Affiliate" example="aclu-new-mexico">Only contacts of the affiliate with this slug.</param>
/// <param name="Office" example="aclu-nm-albuquerque">Only persons of the office with this slug.</param>
/// <param name="Languages">
/// Only contacts that speak one of these languages (BCP 47), for example `es,vi`. `es` also finds `es-MX`, and the reverse.
/// </param>
/// <param name="Open">`now`: only contacts whose weekly hours say that they are open now.</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `cursor` gives 400.</param>
/// <param name="Cursor">Opaque cursor of the page, as in the `Link` header of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record ContactFormatRequest(
    Choice<Vocabulary.ContactKinds>? Kind = null,
    StateCode? State = null,
    CityName? City = null,
    Slug? Affiliate = null,
    Slug? Office = null,
    LanguageTagList? Languages = null,
    Choice<Vocabulary.OpenTimes>? Open = null,
    SlugList? Slugs = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IPagedRequest
{
    internal ListContactsRequest AsList() => new(Kind, State, City, Affiliate, Office, Languages, Open, Slugs);
}
