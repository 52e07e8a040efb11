using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>A question of a document and the Markdown of its answer.</summary>
/// <param name="Aliases">Other ways to ask it; null: the document has none.</param>
/// <param name="Section">The headings above it, without the title.</param>
internal sealed record DocumentEntry(SourcePosition Position, string Question, string Answer, string[]? Aliases, string Section = "")
{
    public int Line => Position.Number;

    /// <summary>Whether another section of the document asks the same.</summary>
    public bool IsRepeated { get; init; }
}
