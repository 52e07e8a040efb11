using System.ComponentModel;
using FluentValidation;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Query parameters of the change feed.</summary>
/// <param name="Since">Cursor of the previous response or of a snapshot. Default: start at the oldest retained change.</param>
/// <param name="Wait" example="0">
/// Long polling: seconds to wait for a change before returning an empty list. 503 if 1,000 requests are already waiting, 429 if 100 of your
/// network are.
/// </param>
/// <param name="Types" example="[&quot;faq&quot;,&quot;topic&quot;]">Only changes of records of these types.</param>
/// <param name="Lang" example="en">Only changes of texts in exactly this language (BCP 47).</param>
/// <param name="Limit" example="100">Maximum number of changes.</param>
/// <param name="Include" example="[&quot;record&quot;]">`record`: each upsert has the record as it is now.</param>
public sealed record ChangesRequest(
    string? Since = null,
    [property: DefaultValue(0)] int? Wait = null,
    ChoiceList<Vocabulary.RecordTypes>? Types = null,
    LanguageTag? Lang = null,
    [property: DefaultValue(ChangesRequest.DefaultLimit)] int? Limit = null,
    ChoiceList<Vocabulary.ChangeIncludes>? Include = null)
{
    internal const int MaxWait = 30;
    internal const int DefaultLimit = 100;
    internal const int MaxLimit = 1000;

    internal bool WithRecords => Include is { Items: [_, ..] };
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
