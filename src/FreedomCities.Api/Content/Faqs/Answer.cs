namespace FreedomCities.Api.Content.Faqs;

/// <summary>An answer in three forms of the same text.</summary>
public sealed record Answer
{
    /// <summary>CommonMark; links are http, https, mailto or tel, and a placeholder is its text alone.</summary>
    public required string Markdown { get; init; }

    /// <summary>HTML made of the Markdown: no raw HTML, no images, no script.</summary>
    public required string Html { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }
}
