namespace FreedomCities.Api.Delivery.Search;

/// <summary>Part of a text, cut at word boundaries. Show it as plain text, never as HTML.</summary>
public sealed record Snippet
{
    /// <summary>Plain text of up to 240 characters, with … where text was left out. Empty: the record has only a title.</summary>
    public required string Text { get; init; }

    /// <summary>Matching words as pairs of start and end (exclusive), in UTF-16 code units of `text`, ascending.</summary>
    public required int[][] Highlights { get; init; }
}
