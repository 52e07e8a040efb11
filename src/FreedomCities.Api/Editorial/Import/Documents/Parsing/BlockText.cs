using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>The plain text of blocks.</summary>
internal static class BlockText
{
    public static string Read(IEnumerable<Block> blocks) => string.Join('\n', blocks.SelectMany(Lines));

    /// <summary>The text of each leaf: a paragraph, heading or code.</summary>
    public static IEnumerable<string> Lines(Block block) => Leaves(block).Select(l => l.Text);

    public static IEnumerable<Inline> Leaves(Block block) => block switch
    {
        Block.Heading heading => [heading.Content],
        Block.Paragraph paragraph => [paragraph.Content],
        Block.Items list => list.All.SelectMany(Leaves),
        Block.Item item => item.Blocks.SelectMany(Leaves),
        Block.Quote quote => quote.Blocks.SelectMany(Leaves),
        Block.Code code => [Inline.FromText(code.Text)],
        Block.Table table => table.Rows.SelectMany(Leaves),
        Block.Row row => row.Cells.SelectMany(c => c).SelectMany(Leaves),
        Block.Disclosure disclosure => disclosure.Body.SelectMany(Leaves).Prepend(disclosure.Summary),
        _ => [],
    };
}
