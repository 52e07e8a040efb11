using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Short form of a resource, as FAQ entries reference it.</summary>
[JsonDerivedType(typeof(Resource))]
public record ResourceReference
{
    /// <summary>Current slug, the record's name in URLs. An earlier slug redirects to it (308).</summary>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>Kind of resource.</summary>
    [AllowedValues("website", "guide", "policy", "video", "document")]
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
    [AllowedValues("ok", "redirected", "broken", "placeholder", "unchecked", null)]
    [JsonPropertyOrder(-1)]
    public required string? LinkState { get; init; }
}
