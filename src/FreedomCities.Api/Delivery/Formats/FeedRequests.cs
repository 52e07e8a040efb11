using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Which FAQ entries a document is to hold: the filters of their list.</summary>
/// <param name="Topic" example="freedom-cities">Only entries of this topic (slug).</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this place (ISO 3166-2, or a country's ISO 3166-1 code).</param>
/// <param name="UpdatedSince" example="2017-03-11T00:00:00Z">Only entries that were edited then or later (RFC 3339).</param>
/// <param name="Slugs">Only these, at most 100.</param>
/// <param name="Cursor">Where to go on: the cursor in the link to the next part.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
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
