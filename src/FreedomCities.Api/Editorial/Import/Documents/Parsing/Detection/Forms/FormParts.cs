using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>Cuts a document into the parts that it has if it marks its questions in a certain form.</summary>
internal static class FormParts
{
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
        (QuestionForm.Row, Block.Table table) => CutTable(table),
        (QuestionForm.Paragraph, Block.Paragraph paragraph) => ParagraphParts.CutPlain(paragraph),
        _ => null,
    };

    private static Part CutOther(Block block) => block is Block.Heading heading ? Part.Section(heading) : Part.Content(block);

    private static Part CutDisclosure(Block.Disclosure disclosure) =>
        new(PartKind.Question, disclosure.Position, disclosure.Summary, disclosure.Body, IsClosed: true);

    private static Part[]? CutTable(Block.Table table)
    {
        var parts = table.Rows.Select(CutRow).ToArray();
        return parts.Any(p => p.Kind == PartKind.Question) ? parts : null;
    }

    private static Part CutRow(Block.Row row)
    {
        var index = row.Cells.Index().FirstOrDefault(c => c.Index < 2 && QuestionText.IsQuestion(BlockText.Read(c.Item)), (-1, [])).Index;
        var answer = row.Cells.Skip(index + 1).SelectMany(c => c).ToArray();
        return index < 0 || string.IsNullOrWhiteSpace(BlockText.Read(answer))
            ? Part.Content(row)
            : new Part(PartKind.Question, row.Position, Inline.FromText(BlockText.Read(row.Cells[index])), answer, IsClosed: true);
    }

    /// <summary>A bold paragraph right before a question names a section.</summary>
    private static Part[] ToSections(Part[] parts) =>
    [
        .. parts.Select((part, i) =>
            part is { Kind: PartKind.Content, Blocks: [Block.Paragraph { Content: var content } paragraph] }
            && content.Text.Length is > 0 and < 120
            && i + 1 < parts.Length && parts[i + 1].Kind == PartKind.Question
            && InlineLines.FindStrongEnd(content, 0) == content.Text.Length
                ? new Part(PartKind.Section, paragraph.Position, content, [], Level: 6)
                : part),
    ];
}
