using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Resources;

/// <summary>What a caller may ask of the list of resources. Filters narrow it together.</summary>
/// <param name="Kind" example="website">Only resources of this kind.</param>
/// <param name="Topic" example="freedom-cities">Only resources that FAQ entries of this topic link to, and their parts (slug).</param>
/// <param name="LinkState" example="unchecked">Only resources whose link is in this state.</param>
/// <param name="Parent">Only the parts of this resource (slug), in their order, for example freedom-cities-action-guide.</param>
/// <param name="Slugs">Only these, at most 100. Not paged: limit has no effect, cursor is refused.</param>
/// <param name="Limit" example="20">How many records at most.</param>
/// <param name="Cursor">Where to go on: the cursor in next of the part before.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
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
