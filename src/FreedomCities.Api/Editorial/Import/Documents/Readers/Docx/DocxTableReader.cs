using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Formats;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

/// <summary>Reads tables. One of a single column is read as its content.</summary>
internal sealed class DocxTableReader(DocxSource source)
{
    private const int MaxColumns = 100;

    public Block[] Read(Table table)
    {
        var position = source.Next;
        var rows = table.Descendants<TableRow>().Where(r => r.Ancestors<Table>().First() == table && !IsDeleted(r)).ToArray();
        var read = rows.Select(ReadRow).Where(r => r.Cells.Length > 0).ToArray();
        if (read.All(r => r.Cells.Length == 1))
        {
            return [.. read.SelectMany(r => r.Cells[0])];
        }

        return [new Block.Table(position, read, HasHeader(table, rows[0]))];
    }

    private static bool HasHeader(Table table, TableRow first) =>
        first.TableRowProperties?.GetFirstChild<TableHeader>() is { } header
            ? header.Val?.InnerText is not ("0" or "false" or "off")
            : table.GetFirstChild<TableProperties>()?.TableLook?.FirstRow?.InnerText is "1" or "true" or "on";

    private bool IsDeleted(TableRow row)
    {
        if (row.TableRowProperties?.GetFirstChild<Deleted>() is null)
        {
            return false;
        }

        source.HasTrackedChanges = true;
        source.LeaveOut("deleted text", DocxText.Read(row));
        return true;
    }

    private Block.Row ReadRow(TableRow row) => new(
        source.Next,
        [.. row.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == row).SelectMany(ReadCell).Take(MaxColumns)]);

    /// <summary>The cell and an empty one for each further column that it spans.</summary>
    private IEnumerable<Block[]> ReadCell(TableCell cell)
    {
        var span = StyleSheet.ParseNumber(cell.TableCellProperties?.GridSpan?.Val?.InnerText) ?? 1;
        var width = Math.Clamp(span, 1, MaxColumns);
        return Enumerable.Repeat(Array.Empty<Block>(), width - 1).Prepend(new BodyReader(source).Read(cell));
    }
}
