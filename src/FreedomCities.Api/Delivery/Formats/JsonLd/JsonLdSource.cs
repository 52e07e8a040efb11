using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>A document that entries come from (https://schema.org/CreativeWork).</summary>
public sealed record JsonLdSource
{
    /// <summary>What this is.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("CreativeWork")]
    public string Type => "CreativeWork";

    /// <summary>The document's title.</summary>
    public required string Name { get; init; }
}
