using System.ComponentModel;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>What a caller may ask of the list of contacts. Filters narrow it together.</summary>
/// <param name="Kind" example="person">Only offices, or only persons.</param>
/// <param name="State" example="NM">Only contacts that are in this state (two letters).</param>
/// <param name="City" example="Albuquerque">Only contacts that are in this city, in any case of letters.</param>
/// <param name="Affiliate" example="aclu-new-mexico">Only contacts of this affiliate (slug).</param>
/// <param name="Office" example="aclu-nm-albuquerque">Only persons that belong to this office (slug).</param>
/// <param name="Slugs">Only these, at most 100. Not paged: limit has no effect, cursor is refused.</param>
/// <param name="Limit" example="20">How many records at most.</param>
/// <param name="Cursor">Where to go on: the cursor in next of the part before.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record ListContactsRequest(
    Choice<Vocabulary.ContactKinds>? Kind = null,
    StateCode? State = null,
    CityName? City = null,
    Slug? Affiliate = null,
    Slug? Office = null,
    SlugList? Slugs = null,
    [property: DefaultValue(Page.DefaultLimit)] int? Limit = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IListRequest;
