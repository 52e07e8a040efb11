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

        var other = headings.FirstOrDefault(h => levels.GetValueOrDefault(h.Level) == 1) ?? FindLine(found);
        return other is null ? new DocumentTitle(FindText(found.Front), null) : Create(other);
    }

    /// <summary>The parts before the first question without the title's.</summary>
    public Part[] RemoveFrom(Part[] front) => [.. front.Where(p => !ReferenceEquals(p, Part))];

    private static DocumentTitle Create(Part part)
    {
        var text = part.Kind == PartKind.Section ? part.Title.Text : BlockText.Read(part.Blocks);
        return new DocumentTitle(text.ReplaceLineEndings(" ").Replace(Inline.LineBreak, ' '), part);
    }

    /// <summary>The first line, or the only bold line above the questions.</summary>
    private static Part? FindLine(DetectedQuestions found)
    {
        if (found.Front is [{ Kind: PartKind.Section, Level: FormParts.BoldLevel } bold, ..] && IsTitle(bold.Title.Text)
            && found.Entries.All(e => e.Sections is [.., var section] && section == bold.Title.Text))
        {
            return bold;
        }

        return found.Front.FirstOrDefault(p => p.Kind == PartKind.Content) is { Blocks: [Block.Paragraph { Content: var content }] } line
            && IsTitle(content.Text) && !content.Text.Contains('\n', StringComparison.Ordinal)
                ? line
                : null;
    }

    /// <summary>A text before the questions that names an FAQ, wherever it is.</summary>
    private static string? FindText(Part[] front) => front.SelectMany(p => p.Blocks).SelectMany(BlockText.Lines)
        .FirstOrDefault(l => IsTitle(l) && !l.Contains('\n', StringComparison.Ordinal) && TitleSubject.NamesFaq(l));

    private static bool IsTitle(string text) =>
        text.Trim() is { Length: > 0 and <= MaxLength } line && line[^1] is not ('.' or ':' or ';' or ',');
}
