using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>Writes a table as plain text: a row a line, with a tab between cells.</summary>
internal sealed class PlainTableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (i, cell) in row.OfType<TableCell>().Index())
            {
                renderer.Write(i == 0 ? "" : "\t");
                var isImplicit = renderer.ImplicitParagraph;
                renderer.ImplicitParagraph = true;
                renderer.Write(cell);
                renderer.ImplicitParagraph = isImplicit;
            }

            renderer.WriteLine();
        }
    }
}
