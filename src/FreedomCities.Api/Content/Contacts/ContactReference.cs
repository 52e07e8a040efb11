using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Contact that an FAQ entry references: its short form, or with `include=contacts` the whole record.</summary>
[JsonDerivedType(typeof(Contact))]
public record ContactReference
{
    /// <summary>Current slug, the record's name in URLs. An earlier slug redirects to it (308).</summary>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>Kind of contact.</summary>
    [AllowedChoices<Vocabulary.ContactKinds>]
    [JsonPropertyOrder(-1)]
    public required string Kind { get; init; }

    /// <summary>Name of the office or person.</summary>
    [JsonPropertyOrder(-1)]
    public required string Name { get; init; }
}
