using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;
using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>
/// An FAQ document: a title and questions. An answer is the blocks after its question. What belongs to no entry is left out, and named.
/// </summary>
internal sealed record FaqDocument(string? Title, DocumentEntry[] Entries, LeftOut[] LeftOut)
{
    private const int MaxEntries = 50_000;

    public string? Language { get; init; }

    public DateOnly? Date { get; init; }

    public string[] Remarks { get; init; } = [];

    /// <summary>The title without the words for an FAQ.</summary>
    public string? Subject => Title is null ? null : TitleSubject.Find(Title);

    public static FaqDocument Parse(string text) => Create(MarkdownReader.Read(SourceLines.Normalize(text)));

    /// <param name="headings">Import the headings of the most regular level, whether they end in a question mark or not.</param>
    /// <exception cref="ImportException">The document is no FAQ, or breaks a rule.</exception>
    public static FaqDocument Create(SourceDocument source, bool headings = false)
    {
        var (blocks, contents) = ContentsLists.TakeOut(AliasLines.Mark(DocumentShape.Unwrap(source.Blocks)));
        var found = Detect(source, blocks, headings);
        if (found.Entries.Length > MaxEntries)
        {
            throw new ImportException($"It has more than {MaxEntries} questions. Import it in parts.");
        }

        var title = DocumentTitle.Find(source, blocks, found);
        var front = title.RemoveFrom(found.Front);
        var keys = found.Entries.Select(e => e.Key).Concat(blocks.OfType<Block.Heading>().Select(h => QuestionText.ToKey(h.Content.Text)));
        var builder = new EntryBuilder(source.Notes, [.. keys], title.Text);
        var entries = builder.Build(found.Entries);
        return new FaqDocument(
            title.Text,
            DocumentEntries.Check(entries, builder),
            [.. source.LeftOut, .. contents, .. builder.LeaveOut(front),
                .. found.LeftOut.Concat(builder.LeftOut).OrderBy(l => l.Position.Number)])
        {
            Language = source.Language,
            Date = source.Date,
            Remarks = source.Remarks,
        };
    }

    private static DetectedQuestions Detect(SourceDocument source, Block[] blocks, bool isHeadings)
    {
        var headings = new HeadingParts(blocks);
        if (isHeadings)
        {
            return headings.RegularLevel is { } level
                ? ContentsLists.Remove(DetectedQuestions.Create(headings.CutAt(level)))
                : throw new ImportException(
                    $"--headings needs at least two headings of one level with text below them. {Refusal.Describe(blocks)}");
        }

        var choice = FormChoice.Choose(blocks, headings);
        var reason = choice is null ? null : Refusal.FindReason(choice.Value.Form, choice.Value.Found, source.Title, blocks, headings);
        if (choice is not null && reason is null)
        {
            return choice.Value.Found;
        }

        return TitleQuestion.Find(source, blocks) ?? throw new ImportException(Refusal.Explain(reason, blocks, headings));
    }
}
