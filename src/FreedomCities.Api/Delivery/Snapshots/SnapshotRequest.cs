using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Query parameters of a snapshot.</summary>
/// <param name="Types" example="[&quot;topic&quot;]">Only records of these types.</param>
/// <param name="Lang" example="en">Only texts in exactly this language (BCP 47). Default: all languages.</param>
public sealed record SnapshotRequest(
    ChoiceList<Vocabulary.RecordTypes>? Types = null,
    LanguageTag? Lang = null);
