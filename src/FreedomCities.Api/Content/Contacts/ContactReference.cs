using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>A contact, as an FAQ entry names it.</summary>
[JsonDerivedType(typeof(Contact))]
public record ContactReference
{
    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>A place or a person.</summary>
    [AllowedChoices<Vocabulary.ContactKinds>]
    [JsonPropertyOrder(-1)]
    public required string Kind { get; init; }

    /// <summary>The office's or the person's name.</summary>
    [JsonPropertyOrder(-1)]
    public required string Name { get; init; }
}
