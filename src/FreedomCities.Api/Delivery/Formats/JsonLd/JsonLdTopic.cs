using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>A topic (https://schema.org/Thing).</summary>
public sealed record JsonLdTopic
{
    /// <summary>What this is.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("Thing")]
    public string Type => "Thing";

    /// <summary>The topic's name.</summary>
    public required string Name { get; init; }
}
