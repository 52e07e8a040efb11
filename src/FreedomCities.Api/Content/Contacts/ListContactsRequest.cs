using System.ComponentModel;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Query parameters of the list of contacts. Filters are combined with AND.</summary>
/// <param name="Kind" example="person">Only contacts of this kind.</param>
/// <param name="State" example="NM">Only contacts located in this state (two letters).</param>
/// <param name="City" example="Albuquerque">Only contacts located in this city, in any case.</param>
/// <param name="Affiliate" example="aclu-new-mexico">Only contacts of the affiliate with this slug.</param>
/// <param name="Office" example="aclu-nm-albuquerque">Only persons of the office with this slug.</param>
/// <param name="Languages">
/// Only contacts that speak one of these languages (BCP 47), for example `es,vi`. `es` also finds `es-MX`, and the reverse.
/// </param>
/// <param name="Open">`now`: only contacts whose weekly hours say that they are open now.</param>
/// <param name="Slugs">Up to 100 slugs: return only these, unpaged, without `limit` and `cursor`.</param>
/// <param name="Limit" example="20">Maximum number of records per page.</param>
/// <param name="Cursor">Opaque cursor of the page, as in `next` of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record ListContactsRequest(
    Choice<Vocabulary.ContactKinds>? Kind = null,
    StateCode? State = null,
    CityName? City = null,
    Slug? Affiliate = null,
    Slug? Office = null,
    LanguageTagList? Languages = null,
    Choice<Vocabulary.OpenTimes>? Open = null,
    SlugList? Slugs = null,
    [property: DefaultValue(Page.DefaultLimit)] int? Limit = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IListRequest;
