using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Which FAQ entries a document is to hold: the filters of their list.</summary>
/// <param name="Topic" example="freedom-cities">Only entries of this topic (slug).</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this place (ISO 3166-2, or a country's ISO 3166-1 code).</param>
/// <param name="UpdatedSince" example="2017-03-11T00:00:00Z">Only entries that were edited then or later (RFC 3339).</param>
/// <param name="Slugs">Only these, at most 100.</param>
/// <param name="Cursor">Where to go on: the cursor in the link to the next part.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
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

/// <summary>Which contacts a document is to hold: the filters of their list.</summary>
/// <param name="Kind" example="person">Only offices, or only persons.</param>
/// <param name="State" example="NM">Only contacts that are in this state (two letters).</param>
/// <param name="City" example="Albuquerque">Only contacts that are in this city, in any case of letters.</param>
/// <param name="Affiliate" example="aclu-new-mexico">Only contacts of this affiliate (slug).</param>
/// <param name="Office" example="aclu-nm-albuquerque">Only persons that belong to this office (slug).</param>
/// <param name="Slugs">Only these, at most 100.</param>
/// <param name="Cursor">Where to go on: the cursor in the link to the next part.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record ContactFormatRequest(
    Choice<Vocabulary.ContactKinds>? Kind = null,
    StateCode? State = null,
    CityName? City = null,
    Slug? Affiliate = null,
    Slug? Office = null,
    SlugList? Slugs = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IPagedRequest
{
    internal ListContactsRequest AsList() => new(Kind, State, City, Affiliate, Office, Slugs);
}
