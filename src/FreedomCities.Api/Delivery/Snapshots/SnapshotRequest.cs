using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>What of everything.</summary>
/// <param name="Types" example="[&quot;topic&quot;]">Only records of these types.</param>
/// <param name="Lang" example="en">Only texts in this language (BCP 47). Without it: all, each by itself.</param>
public sealed record SnapshotRequest(
    ChoiceList<Vocabulary.RecordTypes>? Types = null,
    LanguageTag? Lang = null);
