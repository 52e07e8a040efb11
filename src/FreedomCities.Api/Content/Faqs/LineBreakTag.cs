using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>The br tag, which is the only way to break a line in a table. All other HTML is text.</summary>
internal sealed class LineBreakTag : InlineParser, IMarkdownExtension
{
    public LineBreakTag() => OpeningCharacters = ['<'];

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<AutolinkInlineParser>(this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
        {
            html.ObjectRenderers.AddIfNotAlready(new Renderer());
        }
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var end = rest.IndexOf('>');
        if (end is < 3 or > 6 || !rest[1..end].TrimEnd(" /").Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new Tag { Line = line, Column = column, Span = new(start, start + end) };
        slice.Start += end + 1;
        return true;
    }

    // Markdig's own line break would end the row of a table.
    private sealed class Tag : LeafInline;

    private sealed class Renderer : HtmlObjectRenderer<Tag>
    {
        protected override void Write(HtmlRenderer renderer, Tag tag)
        {
            if (renderer.EnableHtmlForInline)
            {
                renderer.Write('<').Write("br />");
            }
            else
            {
                renderer.WriteLine();
            }
        }
    }
}
