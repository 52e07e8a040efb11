using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>What a caller may ask of the list of FAQ entries. Filters narrow it together.</summary>
/// <param name="Topic" example="freedom-cities">Only entries of this topic (slug).</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this place (ISO 3166-2, or a country's ISO 3166-1 code).</param>
/// <param name="UpdatedSince" example="2017-03-11T00:00:00Z">Only entries that were edited then or later (RFC 3339).</param>
/// <param name="Slugs">Only these, at most 100. Not paged: limit has no effect, cursor is refused.</param>
/// <param name="Sort" example="position">The order: position, as in the documents, or -updatedAt, the last edited first.</param>
/// <param name="Include" example="[&quot;resources&quot;,&quot;contacts&quot;]">Whole records instead of references, for resources, contacts or both.</param>
/// <param name="Limit" example="20">How many records at most.</param>
/// <param name="Cursor">Where to go on: the cursor in next of the part before.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record ListFaqsRequest(
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Topic = null,
    [property: RegularExpression("^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] string? Jurisdiction = null,
    [property: DataType(DataType.DateTime)] string? UpdatedSince = null,
    [property: MaxLength(Validation.MaxSlugs)] TextList? Slugs = null,
    [property: DefaultValue("position"), AllowedValues("position", "-updatedAt")] string? Sort = null,
    [property: AllowedValues("resources", "contacts")] TextList? Include = null,
    [property: DefaultValue(Page.DefaultLimit), Range(1, Page.MaxLimit)] int? Limit = null,
    string? Cursor = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null);

internal sealed class ListFaqsValidator : AbstractValidator<ListFaqsRequest>
{
    public ListFaqsValidator()
    {
        RuleFor(r => r.Topic).IsSlug();
        RuleFor(r => r.Jurisdiction).IsJurisdiction();
        RuleFor(r => r.UpdatedSince).IsInstant();
        RuleFor(r => r.Slugs).AreSlugs();
        RuleFor(r => r.Sort).IsOneOf(["position", "-updatedAt"]);
        RuleFor(r => r.Include).AreOf(FaqInclude.Allowed);
        RuleFor(r => r.Limit).IsLimit();
        RuleFor(r => r.Cursor).IsCursor(r => r.Slugs);
        RuleFor(r => r.Lang).IsLanguage();
    }
}

/// <summary>What a caller may ask of a single FAQ entry.</summary>
/// <param name="Include" example="[&quot;resources&quot;,&quot;contacts&quot;]">Whole records instead of references, for resources, contacts or both.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record GetFaqRequest(
    [property: AllowedValues("resources", "contacts")] TextList? Include = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null);

internal sealed class GetFaqValidator : AbstractValidator<GetFaqRequest>
{
    public GetFaqValidator()
    {
        RuleFor(r => r.Include).AreOf(FaqInclude.Allowed);
        RuleFor(r => r.Lang).IsLanguage();
    }
}

/// <summary>The parameter include.</summary>
internal sealed record FaqInclude(bool Resources, bool Contacts)
{
    public static readonly string[] Allowed = ["resources", "contacts"];

    public static FaqInclude From(TextList? include) => new(
        include?.Items.Contains("resources", StringComparer.Ordinal) is true,
        include?.Items.Contains("contacts", StringComparer.Ordinal) is true);
}
