using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Feeds;

/// <summary>FAQ entries as JSON-LD, to be copied into a page for search engines (https://schema.org/FAQPage).</summary>
public sealed record JsonLdPage
{
    /// <summary>The vocabulary.</summary>
    [JsonPropertyName("@context")]
    [AllowedValues("https://schema.org")]
    public string Context => "https://schema.org";

    /// <summary>What this is.</summary>
    [JsonPropertyName("@type")]
    [AllowedValues("FAQPage")]
    public string Type => "FAQPage";

    /// <summary>The questions, in the order of their list.</summary>
    public required JsonLdQuestion[] MainEntity { get; init; }

    /// <summary>URL of the licence of the content, where the operator states one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? License { get; init; }

    internal static JsonLdPage Of(Page<Faq> page, PublicUrl url, ContentTerms terms) => new()
    {
        MainEntity = [.. page.Items.Select(f => JsonLdQuestion.Of(f, url))],
        License = terms.License?.Url.AbsoluteUri,
    };
}

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
    [AllowedValues("unreviewed", "reviewed")]
    public required string CreativeWorkStatus { get; init; }

    /// <summary>The revision of this language.</summary>
    public required int Version { get; init; }

    /// <summary>When it was first published in this language.</summary>
    public required DateTimeOffset DatePublished { get; init; }

    /// <summary>The last edit of any kind, in any language.</summary>
    public required DateTimeOffset DateModified { get; init; }

    internal static JsonLdQuestion Of(Faq faq, PublicUrl url) => new()
    {
        Id = $"urn:uuid:{faq.Id}",
        Url = url.Of("/v1/faqs/" + faq.Slug),
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
