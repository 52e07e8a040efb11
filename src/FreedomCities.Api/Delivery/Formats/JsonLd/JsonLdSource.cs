using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>Source document (https://schema.org/CreativeWork).</summary>
public sealed record JsonLdSource
{
    /// <summary>schema.org type.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("CreativeWork")]
    public string Type => "CreativeWork";

    /// <summary>Title of the document.</summary>
    public required string Name { get; init; }
}
