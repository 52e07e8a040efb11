using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>A question of a document and the Markdown of its answer.</summary>
/// <param name="Aliases">Other ways to ask it; null: the document has none.</param>
/// <param name="Section">The headings above it, without the title.</param>
internal sealed record DocumentEntry(SourcePosition Position, string Question, string Answer, string[]? Aliases, string Section = "")
{
    /// <summary>The answer, parsed once for all that is asked of it.</summary>
    public ParsedMarkdown Parsed { get; } = ParsedMarkdown.Parse(Answer);

    public int Line => Position.Number;

    /// <summary>Whether another section of the document asks the same.</summary>
    public bool IsRepeated { get; init; }
}
