using System.Text.Json.Serialization;

namespace FreedomCities.Api.Delivery.Texts;

/// <summary>Sentences shown with an answer, by the custom element fc-faq and on the embed page without script.</summary>
public sealed record AnswerTexts
{
    /// <summary>{0}: the topic's slug.</summary>
    public required string None { get; init; }

    /// <summary>{0}: the slugs that were requested.</summary>
    public required string Unknown { get; init; }

    public required string Fallback { get; init; }

    public required string Outdated { get; init; }

    public required string Machine { get; init; }

    [JsonPropertyName("machine-reviewed")]
    public required string MachineReviewed { get; init; }

    public required string Source { get; init; }

    public required string AsOf { get; init; }

    /// <summary>For a document without a date. {0}: the date of its import.</summary>
    public required string Imported { get; init; }

    public required string LawAsOf { get; init; }

    public required string Reviewed { get; init; }

    public required string Unreviewed { get; init; }

    public required string Contacts { get; init; }

    public required string Resources { get; init; }

    /// <summary>After the title of a resource whose link is a placeholder.</summary>
    public required string Placeholder { get; init; }

    public required string License { get; init; }

    public required string Author { get; init; }
}
