using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Query parameters of the list of resources. Filters are combined with AND.</summary>
/// <param name="Kind" example="website">Only resources of this kind.</param>
/// <param name="Topic" example="freedom-cities">Only resources linked from FAQ entries of this topic (slug), and their parts.</param>
/// <param name="LinkState" example="unchecked">Only resources with this link state.</param>
/// <param name="Parent">Only parts of the resource with this slug, for example `freedom-cities-action-guide`.</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `limit` has no effect then, and `cursor` gives 400.</param>
/// <param name="Limit" example="20">Maximum number of records per page.</param>
/// <param name="Cursor">Opaque cursor of the page, as in `next` of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record ListResourcesRequest(
    [property: AllowedValues("website", "guide", "policy", "video", "document")] string? Kind = null,
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Topic = null,
    [property: AllowedValues("ok", "redirected", "broken", "placeholder", "unchecked")] string? LinkState = null,
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Parent = null,
    [property: MaxLength(Validation.MaxSlugs)] TextList? Slugs = null,
    [property: DefaultValue(Page.DefaultLimit), Range(1, Page.MaxLimit)] int? Limit = null,
    string? Cursor = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null);

internal sealed class ListResourcesValidator : AbstractValidator<ListResourcesRequest>
{
    public ListResourcesValidator()
    {
        RuleFor(r => r.Kind).IsOneOf(["website", "guide", "policy", "video", "document"]);
        RuleFor(r => r.Topic).IsSlug();
        RuleFor(r => r.LinkState).IsOneOf(["ok", "redirected", "broken", "placeholder", "unchecked"]);
        RuleFor(r => r.Parent).IsSlug();
        RuleFor(r => r.Slugs).AreSlugs();
        RuleFor(r => r.Limit).IsLimit();
        RuleFor(r => r.Cursor).IsCursor(r => r.Slugs);
        RuleFor(r => r.Lang).IsLanguage();
    }
}
