using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Resource that an FAQ entry references: its short form, or with `include=resources` the whole record.</summary>
[JsonDerivedType(typeof(Resource))]
public record ResourceReference
{
    /// <summary>Current slug, the record's name in URLs. An earlier slug redirects to it (308).</summary>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>Kind of resource.</summary>
    [AllowedChoices<Vocabulary.ResourceKinds>]
    [JsonPropertyOrder(-1)]
    public required string Kind { get; init; }

    /// <summary>Title, as plain text.</summary>
    [JsonPropertyOrder(-1)]
    public required string Title { get; init; }

    /// <summary>URL (http or https). Null: no link, or a placeholder.</summary>
    [JsonPropertyOrder(-1)]
    public required string? Url { get; init; }

    /// <summary>
    /// Result of the last link check. `placeholder`: the source document has only "#" as the target. `unchecked`: not checked yet.
    /// Null: the resource has no link.
    /// </summary>
    [AllowedChoices<Vocabulary.LinkStates>(orNull: true)]
    [JsonPropertyOrder(-1)]
    public required string? LinkState { get; init; }
}
