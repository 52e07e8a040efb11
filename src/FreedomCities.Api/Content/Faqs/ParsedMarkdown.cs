using Markdig.Syntax;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>A Markdown text, parsed once, with its links.</summary>
internal sealed record ParsedMarkdown(string Text, MarkdownDocument Document, IReadOnlyList<MarkdownLink> Links)
{
    /// <exception cref="FormatException">Quotes, lists or brackets are nested too deeply.</exception>
    public static ParsedMarkdown Parse(string text)
    {
        var document = Markdown.Parse(text);
        return new ParsedMarkdown(text, document, Markdown.Links(document, text));
    }
}
