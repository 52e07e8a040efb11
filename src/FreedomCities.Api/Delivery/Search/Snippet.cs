namespace FreedomCities.Api.Delivery.Search;

/// <summary>A part of a text, cut at words. Plain text: show it as text, never as HTML.</summary>
public sealed record Snippet
{
    /// <summary>At most 240 characters, with … where something was left out; empty: the record has no text but its title.</summary>
    public required string Text { get; init; }

    /// <summary>The words that match: pairs of start and end (exclusive), in UTF-16 code units of text, ascending.</summary>
    public required int[][] Highlights { get; init; }
}
