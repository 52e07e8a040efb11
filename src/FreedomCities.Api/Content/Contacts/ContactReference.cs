using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Short form of a contact, as FAQ entries reference it.</summary>
[JsonDerivedType(typeof(Contact))]
public record ContactReference
{
    /// <summary>Current slug, the record's name in URLs. An earlier slug redirects to it (308).</summary>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>Kind of contact.</summary>
    [AllowedValues("office", "person")]
    [JsonPropertyOrder(-1)]
    public required string Kind { get; init; }

    /// <summary>Name of the office or person.</summary>
    [JsonPropertyOrder(-1)]
    public required string Name { get; init; }
}
