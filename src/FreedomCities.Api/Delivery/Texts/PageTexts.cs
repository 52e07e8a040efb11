namespace FreedomCities.Api.Delivery.Texts;

/// <summary>The sentences that only the page without script has.</summary>
public sealed record PageTexts
{
    public required string Title { get; init; }

    public required string More { get; init; }

    /// <summary>A .NET date pattern that writes what the browser writes for the element.</summary>
    public required string Date { get; init; }
}
