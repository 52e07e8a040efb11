using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>Whom to ask about the content (https://schema.org/Organization). It has `url` or `email`.</summary>
public sealed record JsonLdPublisher
{
    /// <summary>schema.org type.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("Organization")]
    public string Type => "Organization";

    /// <summary>Page of the contact.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>E-mail address of the contact.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }

    internal static JsonLdPublisher? From(ContentTerms terms) => terms.Contact is null
        ? null
        : new() { Url = terms.ContactPage?.AbsoluteUri, Email = terms.ContactEmail };
}
