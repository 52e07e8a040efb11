using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>Takes lists and tables away that only lay a document out.</summary>
internal static class DocumentShape
{
    /// <summary>The blocks, with the content of lists whose items are disclosures or headings, and of tables with one column.</summary>
    public static Block[] Unwrap(Block[] blocks) => [.. blocks.SelectMany(Unwrap)];

    private static Block[] Unwrap(Block block) => block switch
    {
        Block.Items list when list.All.Count(i => i.Blocks.Any(IsEntry)) * 2 > list.All.Length =>
            Unwrap([.. list.All.SelectMany(i => i.Blocks)]),
        Block.Table table when table.Rows.All(r => r.Cells.Length == 1) =>
            Unwrap([.. table.Rows.SelectMany(r => r.Cells[0])]),
        Block.Disclosure { Kind: not DisclosureKind.Item } outer
            when outer.Body.Any(IsNestedEntry) && !QuestionText.IsQuestion(outer.Summary.Text) =>
            [new Block.Heading(outer.Position, 2, outer.Summary), .. Unwrap(outer.Body)],
        Block.Paragraph { Content.IsEmpty: true } => [],
        _ => [block],
    };

    private static bool IsEntry(Block block) => block is Block.Disclosure or Block.Heading;

    private static bool IsNestedEntry(Block block) => block switch
    {
        Block.Disclosure inner => QuestionText.IsQuestion(inner.Summary.Text),
        Block.Heading heading => QuestionText.IsQuestion(heading.Content.Text),
        Block.Items list => list.All.Any(i => i.Blocks.Any(IsNestedEntry)),
        _ => false,
    };
}
