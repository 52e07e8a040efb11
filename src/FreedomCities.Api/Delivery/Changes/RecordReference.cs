using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Changes;

/// <summary>Type and slug of a record.</summary>
public sealed record RecordReference
{
    /// <summary>Type of the record.</summary>
    [AllowedChoices<Vocabulary.RecordTypes>]
    public required string Type { get; init; }

    /// <summary>Slug of the record at the time of the change.</summary>
    public required string Slug { get; init; }
}
