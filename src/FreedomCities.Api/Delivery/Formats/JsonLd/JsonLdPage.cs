using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>FAQ entries as JSON-LD, for search engines (https://schema.org/FAQPage).</summary>
public sealed record JsonLdPage
{
    /// <summary>JSON-LD vocabulary.</summary>
    [JsonPropertyName("@context")]
    [AllowedValues("https://schema.org")]
    public string Context => "https://schema.org";

    /// <summary>schema.org type.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("FAQPage")]
    public string Type => "FAQPage";

    /// <summary>Questions in document order.</summary>
    public required JsonLdQuestion[] MainEntity { get; init; }

    /// <summary>URL of the licence of the content. Absent: the operator states none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? License { get; init; }

    /// <summary>Contact for the content. Absent: the operator states none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonLdPublisher? Publisher { get; init; }

    internal static JsonLdPage From(Page<Faq> page, PublicUrl url, ContentTerms terms) => new()
    {
        MainEntity = [.. page.Items.Select(f => JsonLdQuestion.From(f, url))],
        License = terms.License?.Url.AbsoluteUri,
        Publisher = JsonLdPublisher.From(terms),
    };
}
