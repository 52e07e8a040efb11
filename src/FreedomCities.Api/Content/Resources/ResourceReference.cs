using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Resources;

/// <summary>A resource, as an FAQ entry names it.</summary>
[JsonDerivedType(typeof(Resource))]
public record ResourceReference
{
    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>What it is.</summary>
    [AllowedChoices<Vocabulary.ResourceKinds>]
    [JsonPropertyOrder(-1)]
    public required string Kind { get; init; }

    /// <summary>Its title, as plain text.</summary>
    [JsonPropertyOrder(-1)]
    public required string Title { get; init; }

    /// <summary>Where it is (http or https); null: it has no link, or a placeholder.</summary>
    [JsonPropertyOrder(-1)]
    public required string? Url { get; init; }

    /// <summary>
    /// What is known of the link: placeholder: the source has a dead "#" instead of one; null: it never had a link of its own.
    /// </summary>
    [AllowedChoices<Vocabulary.LinkStates>(orNull: true)]
    [JsonPropertyOrder(-1)]
    public required string? LinkState { get; init; }
}
