using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>A question with its answer (https://schema.org/Question).</summary>
public sealed record JsonLdQuestion
{
    /// <summary>What this is.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("Question")]
    public string Type => "Question";

    /// <summary>The entry's id as a URN (RFC 9562); never changes.</summary>
    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    /// <summary>The entry as this service serves it.</summary>
    public required string Url { get; init; }

    /// <summary>The question, as plain text.</summary>
    public required string Name { get; init; }

    /// <summary>Other ways that people ask the same.</summary>
    public required string[] AlternateName { get; init; }

    /// <summary>The language of question and answer (BCP 47).</summary>
    public required string InLanguage { get; init; }

    /// <summary>The answer.</summary>
    public required JsonLdAnswer AcceptedAnswer { get; init; }

    /// <summary>The topics that it belongs to.</summary>
    public required JsonLdTopic[] About { get; init; }

    /// <summary>The document that it comes from.</summary>
    public required JsonLdSource IsBasedOn { get; init; }

    /// <summary>Whether a person has reviewed it since its last major change.</summary>
    [AllowedChoices<Vocabulary.ReviewStatuses>]
    public required string CreativeWorkStatus { get; init; }

    /// <summary>The revision of this language.</summary>
    public required int Version { get; init; }

    /// <summary>When it was first published in this language.</summary>
    public required DateTimeOffset DatePublished { get; init; }

    /// <summary>The last edit of any kind, in any language.</summary>
    public required DateTimeOffset DateModified { get; init; }

    internal static JsonLdQuestion From(Faq faq, PublicUrl url) => new()
    {
        Id = $"urn:uuid:{faq.Id}",
        Url = url.Absolute("/v1/faqs/" + faq.Slug),
        Name = faq.Question,
        AlternateName = faq.Aliases,
        InLanguage = faq.Language.Served,
        AcceptedAnswer = new JsonLdAnswer { Text = faq.Answer.Html },
        About = [.. faq.Topics.Select(t => new JsonLdTopic { Name = t.Name })],
        IsBasedOn = new JsonLdSource { Name = faq.Trust.Source.Title },
        CreativeWorkStatus = faq.Trust.Status,
        Version = faq.Revision,
        DatePublished = faq.PublishedAt,
        DateModified = faq.UpdatedAt,
    };
}
