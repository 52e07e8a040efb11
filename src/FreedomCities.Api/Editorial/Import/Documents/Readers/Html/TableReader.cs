using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>Reads tables. One that only places things on the page is read as its content.</summary>
internal sealed class TableReader(BlockReader blocks, HtmlSource source)
{
    private const int MaxColumns = 100;

    public Block[] Read(IElement table, Style style)
    {
        var position = source.Position;
        var rows = FindRows(table).ToArray();
        var caption = table.Children.Where(c => c.LocalName == "caption").SelectMany(c => blocks.ReadChildren(c, style)).ToArray();
        var cells = rows.Select(r => ReadRow(r, style)).ToArray();
        if (IsLayout(table, cells))
        {
            return [.. caption, .. cells.SelectMany(r => r.Cells).SelectMany(c => c)];
        }

        var hasHeader = rows is [var first, _, ..] && IsHeader(first);
        return [.. caption, .. cells.Length == 0 ? Array.Empty<Block>() : [new Block.Table(position, cells, hasHeader)]];
    }

    private static IEnumerable<IElement> FindRows(IElement table) => table.Children.SelectMany(c => c.LocalName switch
    {
        "tr" => [c],
        "thead" or "tbody" or "tfoot" => c.Children.Where(r => r.LocalName == "tr"),
        _ => [],
    });

    private static IEnumerable<IElement> FindCells(IElement row) => row.Children.Where(c => c.LocalName is "td" or "th");

    private static bool IsHeader(IElement row) =>
        row.ParentElement?.LocalName == "thead" || FindCells(row).All(c => c.LocalName == "th");

    private static bool IsLayout(IElement table, Block.Row[] rows) =>
        table.GetAttribute("role") is "presentation" or "none"
        || rows.Sum(r => r.Cells.Length) <= 1
        || rows.All(r => r.Cells.Length == 1)
        || rows.SelectMany(r => r.Cells).SelectMany(c => c).Any(b => b is Block.Heading or Block.Table or Block.Disclosure);

    private Block.Row ReadRow(IElement row, Style style)
    {
        source.MoveTo(row);
        return new Block.Row(source.Position, [.. FindCells(row).SelectMany(c => ReadCell(c, style)).Take(MaxColumns)]);
    }

    /// <summary>The cell and an empty one for each further column that it spans.</summary>
    private IEnumerable<Block[]> ReadCell(IElement cell, Style style)
    {
        source.MoveTo(cell);
        var width = ElementKinds.ReadNumber(cell, "colspan", 1, MaxColumns);
        return Enumerable.Repeat(Array.Empty<Block>(), width - 1).Prepend(blocks.ReadChildren(cell, style));
    }
}
