using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>Answer (https://schema.org/Answer).</summary>
public sealed record JsonLdAnswer
{
    /// <summary>schema.org type.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("Answer")]
    public string Type => "Answer";

    /// <summary>Answer as HTML, without raw HTML, images or scripts.</summary>
    public required string Text { get; init; }
}
