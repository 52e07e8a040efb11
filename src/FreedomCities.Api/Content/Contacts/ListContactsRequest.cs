using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
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
    [property: AllowedValues("office", "person")] string? Kind = null,
    [property: RegularExpression("^[A-Z]{2}$")] string? State = null,
    [property: MinLength(1), MaxLength(100)] string? City = null,
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Affiliate = null,
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Office = null,
    [property: MaxLength(Validation.MaxSlugs)] TextList? Slugs = null,
    [property: DefaultValue(Page.DefaultLimit), Range(1, Page.MaxLimit)] int? Limit = null,
    string? Cursor = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null);

internal sealed class ListContactsValidator : AbstractValidator<ListContactsRequest>
{
    public ListContactsValidator()
    {
        RuleFor(r => r.Kind).IsOneOf(["office", "person"]);
        RuleFor(r => r.State).IsState();
        RuleFor(r => r.City).IsCity();
        RuleFor(r => r.Affiliate).IsSlug();
        RuleFor(r => r.Office).IsSlug();
        RuleFor(r => r.Slugs).AreSlugs();
        RuleFor(r => r.Limit).IsLimit();
        RuleFor(r => r.Cursor).IsCursor(r => r.Slugs);
        RuleFor(r => r.Lang).IsLanguage();
    }
}
