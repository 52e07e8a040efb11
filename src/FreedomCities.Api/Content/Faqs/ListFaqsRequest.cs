using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>Query parameters of the list of FAQ entries. Filters are combined with AND.</summary>
/// <param name="Topic" example="freedom-cities">Only entries of the topic with this slug.</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this jurisdiction: ISO 3166-2, or ISO 3166-1 for a country.</param>
/// <param name="UpdatedSince" example="2017-03-11T00:00:00Z">Only entries updated at or after this time (RFC 3339).</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `limit` has no effect then, and `cursor` gives 400.</param>
/// <param name="Sort" example="position">Sort order: `position` (document order) or `-updatedAt` (most recently updated first).</param>
/// <param name="Include" example="[&quot;resources&quot;,&quot;contacts&quot;]">
/// Return whole records instead of references: `resources`, `contacts` or both.
/// </param>
/// <param name="Limit" example="20">Maximum number of records per page.</param>
/// <param name="Cursor">Opaque cursor of the page, as in `next` of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
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

/// <summary>Query parameters of a single FAQ entry.</summary>
/// <param name="Include" example="[&quot;resources&quot;,&quot;contacts&quot;]">
/// Return whole records instead of references: `resources`, `contacts` or both.
/// </param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
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

/// <summary>Parsed parameter <c>include</c>.</summary>
internal sealed record FaqInclude(bool Resources, bool Contacts)
{
    public static readonly string[] Allowed = ["resources", "contacts"];

    public static FaqInclude From(TextList? include) => new(
        include?.Items.Contains("resources", StringComparer.Ordinal) is true,
        include?.Items.Contains("contacts", StringComparer.Ordinal) is true);
}
