using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>What a reader asks, and among what. Filters narrow it together.</summary>
/// <param name="Q" example="what is a sanctuary city">The reader's own words: 1 to 200 characters, at most 32 words. Any of them may match; case, accents and a typo don't matter.</param>
/// <param name="Types" example="[&quot;faq&quot;,&quot;contact&quot;]">Only records of these types.</param>
/// <param name="Topic" example="freedom-cities">Only records of this topic (slug): its entries, the resources that they point to, and the topic itself.</param>
/// <param name="Jurisdiction" example="US-NM">Only entries about this place (ISO 3166-2, or a country's ISO 3166-1 code).</param>
/// <param name="Limit" example="10">How many records at most.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides. The words are looked for in all languages.</param>
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

/// <summary>What was typed so far.</summary>
/// <param name="Q" example="what is the diff">The beginning of a question: 1 to 200 characters, at most 32 words; the last word may be unfinished.</param>
/// <param name="Lang" example="en">The language of the questions (BCP 47). Without it Accept-Language decides.</param>
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
