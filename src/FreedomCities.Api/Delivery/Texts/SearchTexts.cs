namespace FreedomCities.Api.Delivery.Texts;

/// <summary>Sentences of the search box, in the custom element fc-faq and on the embed page without script.</summary>
public sealed record SearchTexts
{
    public required string Label { get; init; }

    public required string Search { get; init; }

    public required string Clear { get; init; }

    public required string Found { get; init; }

    /// <summary>{0}: the query with corrected spelling.</summary>
    public required string Corrected { get; init; }

    public required string Unsure { get; init; }

    public required string Related { get; init; }
}
