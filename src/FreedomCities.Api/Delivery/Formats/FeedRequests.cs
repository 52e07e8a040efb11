using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Query parameters of FAQ entries in another format. Filters are combined with AND.</summary>
/// <param name="Topic" example="freedom-cities">Only entries of the topic with this slug.</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this jurisdiction: ISO 3166-2, or ISO 3166-1 for a country.</param>
/// <param name="UpdatedSince" example="2017-03-11T00:00:00Z">Only entries updated at or after this time (RFC 3339).</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `cursor` gives 400.</param>
/// <param name="Cursor">Opaque cursor of the page, as in the `Link` header of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record FaqFormatRequest(
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Topic = null,
    [property: RegularExpression("^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] string? Jurisdiction = null,
    [property: DataType(DataType.DateTime)] string? UpdatedSince = null,
    [property: MaxLength(Validation.MaxSlugs)] TextList? Slugs = null,
    string? Cursor = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null)
{
    internal ListFaqsRequest AsList(string sort) => new(Topic, Jurisdiction, UpdatedSince, Slugs, sort);
}

internal sealed class FaqFormatValidator : AbstractValidator<FaqFormatRequest>
{
    public FaqFormatValidator()
    {
        RuleFor(r => r.Topic).IsSlug();
        RuleFor(r => r.Jurisdiction).IsJurisdiction();
        RuleFor(r => r.UpdatedSince).IsInstant();
        RuleFor(r => r.Slugs).AreSlugs();
        RuleFor(r => r.Cursor).IsCursor(r => r.Slugs);
        RuleFor(r => r.Lang).IsLanguage();
    }
}

/// <summary>Query parameters of contacts in another format. Filters are combined with AND.</summary>
/// <param name="Kind" example="person">Only contacts of this kind.</param>
/// <param name="State" example="NM">Only contacts located in this state (two letters).</param>
/// <param name="City" example="Albuquerque">Only contacts located in this city. The comparison ignores case.</param>
/// <param name="Affiliate" example="aclu-new-mexico">Only contacts of the affiliate with this slug.</param>
/// <param name="Office" example="aclu-nm-albuquerque">Only persons of the office with this slug.</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `cursor` gives 400.</param>
/// <param name="Cursor">Opaque cursor of the page, as in the `Link` header of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record ContactFormatRequest(
    [property: AllowedValues("office", "person")] string? Kind = null,
    [property: RegularExpression("^[A-Z]{2}$")] string? State = null,
    [property: MinLength(1), MaxLength(100)] string? City = null,
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Affiliate = null,
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Office = null,
    [property: MaxLength(Validation.MaxSlugs)] TextList? Slugs = null,
    string? Cursor = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null)
{
    internal ListContactsRequest AsList() => new(Kind, State, City, Affiliate, Office, Slugs);
}

internal sealed class ContactFormatValidator : AbstractValidator<ContactFormatRequest>
{
    public ContactFormatValidator()
    {
        RuleFor(r => r.Kind).IsOneOf(["office", "person"]);
        RuleFor(r => r.State).IsState();
        RuleFor(r => r.City).IsCity();
        RuleFor(r => r.Affiliate).IsSlug();
        RuleFor(r => r.Office).IsSlug();
        RuleFor(r => r.Slugs).AreSlugs();
        RuleFor(r => r.Cursor).IsCursor(r => r.Slugs);
        RuleFor(r => r.Lang).IsLanguage();
    }
}
