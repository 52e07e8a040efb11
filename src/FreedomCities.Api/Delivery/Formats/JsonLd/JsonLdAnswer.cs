using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>An answer (https://schema.org/Answer).</summary>
public sealed record JsonLdAnswer
{
    /// <summary>What this is.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("Answer")]
    public string Type => "Answer";

    /// <summary>HTML made of the answer's Markdown: no raw HTML, no images, no script.</summary>
    public required string Text { get; init; }
}
