using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Query parameters of the list of contacts. Filters are combined with AND.</summary>
/// <param name="Kind" example="person">Only contacts of this kind.</param>
/// <param name="State" example="NM">Only contacts located in this state (two letters).</param>
/// <param name="City" example="Albuquerque">Only contacts located in this city. The comparison ignores case.</param>
/// <param name="Affiliate" example="aclu-new-mexico">Only contacts of the affiliate with this slug.</param>
/// <param name="Office" example="aclu-nm-albuquerque">Only persons of the office with this slug.</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `limit` has no effect then, and `cursor` gives 400.</param>
/// <param name="Limit" example="20">Maximum number of records per page.</param>
/// <param name="Cursor">Opaque cursor of the page, as in `next` of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
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
