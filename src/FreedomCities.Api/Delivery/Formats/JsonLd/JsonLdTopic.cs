using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>Topic (https://schema.org/Thing).</summary>
public sealed record JsonLdTopic
{
    /// <summary>schema.org type.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("Thing")]
    public string Type => "Thing";

    /// <summary>Name of the topic.</summary>
    public required string Name { get; init; }
}
