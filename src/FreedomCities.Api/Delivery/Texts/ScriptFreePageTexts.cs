namespace FreedomCities.Api.Delivery.Texts;

/// <summary>Sentences that only the embed page without script shows.</summary>
public sealed record ScriptFreePageTexts
{
    public required string Title { get; init; }

    public required string More { get; init; }

    /// <summary>The .NET date pattern that gives the same text as the browser does in the custom element.</summary>
    public required string Date { get; init; }
}
