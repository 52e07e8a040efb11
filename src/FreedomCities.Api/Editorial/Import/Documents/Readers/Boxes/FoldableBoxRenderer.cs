using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Boxes;

/// <summary>Renders a box as details with a summary.</summary>
internal sealed class FoldableBoxRenderer : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer box)
    {
        renderer.EnsureLine();
        WriteTag(renderer, "details");
        WriteTag(renderer, "summary");
        renderer.WriteEscape(box.Arguments);
        WriteTag(renderer, "/summary");
        renderer.WriteLine();
        renderer.WriteChildren(box);
        renderer.EnsureLine();
        WriteTag(renderer, "/details");
        renderer.WriteLine();
    }

    private static void WriteTag(HtmlRenderer renderer, string name) => renderer.Write('<').Write(name).Write('>');
}
