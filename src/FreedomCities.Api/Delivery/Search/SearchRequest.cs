using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Search query and filters. Filters are combined with AND.</summary>
/// <param name="Q" example="what is a sanctuary city">
/// Query: 1 to 500 characters, up to 80 words. A record matches if it contains any of the words. Case and accents are ignored. Unknown
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
    [property: Required] QueryText? Q = null,
    ChoiceList<Vocabulary.RecordTypes>? Types = null,
    Slug? Topic = null,
    Jurisdiction? Jurisdiction = null,
    [property: DefaultValue(SearchRequest.DefaultLimit)] int? Limit = null,
    LanguageTag? Lang = null) : IInAnyLanguage
{
    internal const int DefaultLimit = 10;
    internal const int MaxLimit = 50;

    internal bool Matches(SearchDocument document) =>
        (Types is null || Types.Contains(document.Type))
        && (Topic is null || document.Topics.Contains(Topic.Text, StringComparer.Ordinal))
        && (Jurisdiction is null || document.Jurisdiction == Jurisdiction.Text);
}

/// <summary>Query parameters of suggestions.</summary>
/// <param name="Q" example="what is the diff">Typed text: 1 to 500 characters, up to 80 words. The last word may be incomplete.</param>
/// <param name="Lang" example="en">Language of the questions (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record SuggestionsRequest(
    [property: Required] QueryText? Q = null,
    LanguageTag? Lang = null) : IInAnyLanguage;

internal sealed class SearchValidator : RequestValidator<SearchRequest>
{
    public SearchValidator()
    {
        RuleFor(r => r.Q).NotNull().WithMessage(QueryText.Message);
        RuleFor(r => r.Limit).IsLimit(SearchRequest.MaxLimit);
    }
}

internal sealed class SuggestionsValidator : RequestValidator<SuggestionsRequest>
{
    public SuggestionsValidator() => RuleFor(r => r.Q).NotNull().WithMessage(QueryText.Message);
}
