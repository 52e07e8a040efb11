using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats.JsonLd;

/// <summary>Question with its answer (https://schema.org/Question).</summary>
public sealed record JsonLdQuestion
{
    /// <summary>schema.org type.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("Question")]
    public string Type => "Question";

    /// <summary>Record id as a URN (RFC 9562). Never changes.</summary>
    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    /// <summary>URL of the FAQ entry in this API.</summary>
    public required string Url { get; init; }

    /// <summary>Question, as plain text.</summary>
    public required string Name { get; init; }

    /// <summary>Alternative wordings of the question.</summary>
    public required string[] AlternateName { get; init; }

    /// <summary>Language of question and answer (BCP 47).</summary>
    public required string InLanguage { get; init; }

    /// <summary>Answer.</summary>
    public required JsonLdAnswer AcceptedAnswer { get; init; }

    /// <summary>Topics of the entry.</summary>
    public required JsonLdTopic[] About { get; init; }

    /// <summary>Source document of the entry.</summary>
    public required JsonLdSource IsBasedOn { get; init; }

    /// <summary>Whether a person has reviewed the entry since its last major change.</summary>
    [AllowedValues("unreviewed", "reviewed")]
    public required string CreativeWorkStatus { get; init; }

    /// <summary>Revision number in this language.</summary>
    public required int Version { get; init; }

    /// <summary>Time of the first publication in this language (RFC 3339, UTC).</summary>
    public required DateTimeOffset DatePublished { get; init; }

    /// <summary>Time of the last edit of any kind, in any language (RFC 3339, UTC).</summary>
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
