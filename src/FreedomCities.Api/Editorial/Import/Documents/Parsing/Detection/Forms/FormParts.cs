using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>Cuts a document into the parts that it has if it marks its questions in a certain form.</summary>
internal static class FormParts
{
    /// <summary>The level of sections that bold lines name: below all headings.</summary>
    public const int BoldLevel = 7;

    public static Part[] Cut(QuestionForm form, IEnumerable<Block> blocks, Markers markers)
    {
        var parts = blocks.SelectMany(block => Cut(form, block, markers) ?? [CutOther(block)]).ToArray();
        return form is QuestionForm.Bold or QuestionForm.Marked ? ToSections(parts) : parts;
    }

    private static Part[]? Cut(QuestionForm form, Block block, Markers markers) => (form, block) switch
    {
        (QuestionForm.Disclosure, Block.Disclosure { Kind: not DisclosureKind.Definition } disclosure) => [CutDisclosure(disclosure)],
        (QuestionForm.Definition, Block.Disclosure { Kind: DisclosureKind.Definition } disclosure) => [CutDisclosure(disclosure)],
        (QuestionForm.Bold, Block.Paragraph paragraph) => ParagraphParts.CutBold(paragraph),
        (QuestionForm.Bold, Block.Items list) => ListParts.CutBold(list),
        (QuestionForm.Marked, Block.Paragraph paragraph) => ParagraphParts.CutMarked(paragraph, markers),
        (QuestionForm.Marked, Block.Items list) => ListParts.CutMarked(list, markers),
        (QuestionForm.Row, Block.Table table) => TableParts.Cut(table),
        (QuestionForm.Paragraph, Block.Paragraph paragraph) => ParagraphParts.CutPlain(paragraph),
        _ => null,
    };

    private static Part CutOther(Block block) => block is Block.Heading heading ? Part.Section(heading) : Part.Content(block);

    private static Part CutDisclosure(Block.Disclosure disclosure) =>
        new(PartKind.Question, disclosure.Position, disclosure.Summary, disclosure.Body, IsClosed: true);

    /// <summary>A bold paragraph right before a question names a section.</summary>
    private static Part[] ToSections(Part[] parts) =>
    [
        .. parts.Select((part, i) =>
            part is { Kind: PartKind.Content, Blocks: [Block.Paragraph { Content: var content } paragraph] }
            && content.Text.Length is > 0 and < 120
            && i + 1 < parts.Length && parts[i + 1].Kind == PartKind.Question
            && InlineLines.FindStrongEnd(content, 0) == content.Text.Length
                ? new Part(PartKind.Section, paragraph.Position, content, [], BoldLevel)
                : part),
    ];
}
