using System.Text.Json.Serialization;

namespace FreedomCities.Api.Delivery.Texts;

/// <summary>Sentences shown with an answer, by the custom element fc-faq and on the embed page without script.</summary>
public sealed record AnswerTexts
{
    /// <summary>{0}: the topic's slug.</summary>
    public required string None { get; init; }

    public required string Fallback { get; init; }

    public required string Outdated { get; init; }

    public required string Machine { get; init; }

    [JsonPropertyName("machine-reviewed")]
    public required string MachineReviewed { get; init; }

    public required string Source { get; init; }

    public required string AsOf { get; init; }

    public required string LawAsOf { get; init; }

    public required string Reviewed { get; init; }

    public required string Unreviewed { get; init; }

    public required string License { get; init; }

    public required string Author { get; init; }
}
