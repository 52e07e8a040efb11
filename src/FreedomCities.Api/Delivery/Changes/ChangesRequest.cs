using System.ComponentModel;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Which changes, and after which.</summary>
/// <param name="Since">The cursor of the answer before, or of a snapshot. Without it: from the first change that is kept.</param>
/// <param name="Wait" example="0">While there is none, how many seconds to wait for one before an empty answer. When a thousand wait already: 503.</param>
/// <param name="Types" example="[&quot;faq&quot;,&quot;topic&quot;]">Only of records of these types.</param>
/// <param name="Lang" example="en">Only of texts in this language (BCP 47).</param>
/// <param name="Limit" example="100">How many changes at most.</param>
public sealed record ChangesRequest(
    string? Since = null,
    [property: DefaultValue(0)] int? Wait = null,
    ChoiceList<Vocabulary.RecordTypes>? Types = null,
    LanguageTag? Lang = null,
    [property: DefaultValue(ChangesRequest.DefaultLimit)] int? Limit = null)
{
    internal const int MaxWait = 30;
    internal const int DefaultLimit = 100;
    internal const int MaxLimit = 1000;
}

internal sealed class ChangesValidator : RequestValidator<ChangesRequest>
{
    public ChangesValidator()
    {
        RuleFor(r => r.Wait)
            .InclusiveBetween(0, ChangesRequest.MaxWait)
            .WithMessage($"Must be a whole number of seconds from 0 to {ChangesRequest.MaxWait}.");
        RuleFor(r => r.Limit).IsLimit(ChangesRequest.MaxLimit);
    }
}
