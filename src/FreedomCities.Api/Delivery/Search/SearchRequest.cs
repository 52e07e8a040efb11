using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Search query and filters. Filters are combined with AND.</summary>
/// <param name="Q" example="what is a sanctuary city">
/// Query: 1 to 200 characters, up to 32 words. A record matches if it contains any of the words. Case and accents are ignored. Unknown
/// words are corrected.
/// </param>
/// <param name="Types" example="[&quot;faq&quot;,&quot;contact&quot;]">Only records of these types.</param>
/// <param name="Topic" example="freedom-cities">
/// Only records of the topic with this slug: its entries, the resources that they link to, and the topic itself.
/// </param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this jurisdiction: ISO 3166-2, or ISO 3166-1 for a country.</param>
/// <param name="Limit" example="10">Maximum number of records.</param>
/// <param name="Lang" example="en">
/// Language to serve (BCP 47). Default: negotiated from `Accept-Language`. The search covers all languages.
/// </param>
public sealed record SearchRequest(
    [property: Required, MinLength(1), MaxLength(Query.MaxLength)] string? Q = null,
    [property: AllowedValues("faq", "topic", "resource", "contact")] TextList? Types = null,
    [property: RegularExpression(Validation.SlugPattern), MaxLength(Validation.MaxSlugLength)] string? Topic = null,
    [property: RegularExpression("^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] string? Jurisdiction = null,
    [property: DefaultValue(SearchRequest.DefaultLimit), Range(1, SearchRequest.MaxLimit)] int? Limit = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null) : IInAnyLanguage
{
    internal const int DefaultLimit = 10;
    internal const int MaxLimit = 50;

    internal bool Matches(SearchDocument document) =>
        (Types is null || Types.Items.Contains(document.Type, StringComparer.Ordinal))
        && (Topic is null || document.Topics.Contains(Topic, StringComparer.Ordinal))
        && (Jurisdiction is null || document.Jurisdiction == Jurisdiction);
}

/// <summary>Query parameters of suggestions.</summary>
/// <param name="Q" example="what is the diff">Typed text: 1 to 200 characters, up to 32 words. The last word may be incomplete.</param>
/// <param name="Lang" example="en">Language of the questions (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record SuggestionsRequest(
    [property: Required, MinLength(1), MaxLength(Query.MaxLength)] string? Q = null,
    [property: RegularExpression(Languages.TagPattern), MaxLength(Languages.MaxTagLength)] string? Lang = null);

internal sealed class SearchValidator : AbstractValidator<SearchRequest>
{
    public SearchValidator()
    {
        RuleFor(r => r.Q).IsQuery();
        RuleFor(r => r.Types).AreOf(RecordTypes.All);
        RuleFor(r => r.Topic).IsSlug();
        RuleFor(r => r.Jurisdiction).IsJurisdiction();
        RuleFor(r => r.Limit).IsLimit(SearchRequest.MaxLimit);
        RuleFor(r => r.Lang).IsLanguage();
    }
}

internal sealed class SuggestionsValidator : AbstractValidator<SuggestionsRequest>
{
    public SuggestionsValidator()
    {
        RuleFor(r => r.Q).IsQuery();
        RuleFor(r => r.Lang).IsLanguage();
    }
}

internal static class QueryRules
{
    public static void IsQuery<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(q => !string.IsNullOrWhiteSpace(q) && q.EnumerateRunes().Count() <= Query.MaxLength && Query.Parse(q, correct: _ => null).Words.Length <= Query.MaxWords)
            .WithMessage($"Required: 1 to {Query.MaxLength} characters, not only white space, at most {Query.MaxWords} words.");
}
