using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>The title of a document, and the part before the first question that it is; null: it is declared in no part.</summary>
internal sealed record DocumentTitle(string? Text, Part? Part)
{
    private const int MaxLength = 120;

    /// <summary>
    /// A heading above all others or one that names an FAQ; then the declared title; then the only heading of its level, or a first line.
    /// </summary>
    public static DocumentTitle Find(SourceDocument source, Block[] blocks, DetectedQuestions found)
    {
        if (found.IsTitle)
        {
            return new DocumentTitle(null, null);
        }

        var levels = blocks.OfType<Block.Heading>().CountBy(h => h.Level).ToDictionary();
        var headings = found.Front.Where(p => p.Kind == PartKind.Section && IsTitle(p.Title.Text)).ToArray();
        var first = headings.FirstOrDefault(h => h.Level == 0)
            ?? headings.FirstOrDefault(h => h.Level == 1 && levels.GetValueOrDefault(1) == 1)
            ?? headings.LastOrDefault(h => TitleSubject.NamesFaq(h.Title.Text));
        if (first is not null)
        {
            return Create(first);
        }

        if (source.Title is { Length: > 0 and <= 300 } declared && !found.Entries.Any(e => e.Key == QuestionText.ToKey(declared)))
        {
            return new DocumentTitle(declared, null);
        }

        var other = headings.FirstOrDefault(h => levels.GetValueOrDefault(h.Level) == 1) ?? FindLine(found.Front);
        return other is null ? new DocumentTitle(null, null) : Create(other);
    }

    /// <summary>The parts before the first question without the title's.</summary>
    public Part[] RemoveFrom(Part[] front) => [.. front.Where(p => !ReferenceEquals(p, Part))];

    private static DocumentTitle Create(Part part)
    {
        var text = part.Kind == PartKind.Section ? part.Title.Text : BlockText.Read(part.Blocks);
        return new DocumentTitle(text.ReplaceLineEndings(" ").Replace(Inline.LineBreak, ' '), part);
    }

    private static Part? FindLine(Part[] front) =>
        front.FirstOrDefault(p => p.Kind == PartKind.Content) is { Blocks: [Block.Paragraph { Content: var content }] } line
        && IsTitle(content.Text) && !content.Text.Contains('\n', StringComparison.Ordinal)
            ? line
            : null;

    private static bool IsTitle(string text) =>
        text.Trim() is { Length: > 0 and <= MaxLength } line && line[^1] is not ('.' or ':' or ';' or ',');
}
