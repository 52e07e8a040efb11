namespace FreedomCities.Api.Content.Faqs;

/// <summary>Answer text in three formats.</summary>
public sealed record Answer
{
    /// <summary>CommonMark. Links use http, https, mailto or tel. A placeholder link is rendered as plain text.</summary>
    public required string Markdown { get; init; }

    /// <summary>HTML rendered from the Markdown. Contains no raw HTML, images or scripts.</summary>
    public required string Html { get; init; }

    /// <summary>Plain text, without markup.</summary>
    public required string Text { get; init; }
}
