using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Boxes;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>
/// Reads Markdown with front matter. It is rendered as HTML, and that is read: so HTML in Markdown and Markdown in HTML are one text.
/// </summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Markdown = CreateMarkdown();

    private static readonly MarkdownPipeline PlainText = CreatePlain();

    public static SourceDocument Read(string text)
    {
        var (metadata, body) = FrontMatter.Split(text);
        var document = ReadBody(body, Markdown);
        return metadata is null ? document : MetadataDocument.Merge(metadata, document);
    }

    /// <summary>Reads text without a format: indented lines are no code, and tags are text.</summary>
    public static SourceDocument ReadPlain(string text) => ReadBody(PlainTextLayout.Write(text), PlainText);

    /// <summary>Reads a piece of Markdown.</summary>
    /// <param name="firstLine">The line of the file that it begins at.</param>
    public static SourceDocument ReadPart(string text, int firstLine) =>
        ReadBody(new string('\n', Math.Max(firstLine - 1, 0)) + text, Markdown);

    private static SourceDocument ReadBody(string text, MarkdownPipeline pipeline)
    {
        try
        {
            SourceLines.EnsureShortBlocks(text);
            return ReadParsed(text, pipeline);
        }
        catch (ArgumentException e) when (e is not ArgumentOutOfRangeException)
        {
            throw new FormatException("Quotes, lists or brackets are nested too deeply.", e);
        }
    }

    private static SourceDocument ReadParsed(string text, MarkdownPipeline pipeline)
    {
        var (marked, lines) = FoldableBoxes.Mark(text);
        var (body, tags) = TemplateTags.Extract(marked);
        var markdown = Markdig.Markdown.Parse(body, pipeline);
        var notes = TakeNotes(markdown);
        var document = ReadBlocks(markdown, pipeline, lines);
        var read = notes.Select(n => (n.Label, Document: ReadBlocks(n.Blocks, pipeline, lines))).ToArray();
        return document with
        {
            Notes = [.. read.Select(n => new Note(n.Document.Blocks.FirstOrDefault()?.Position ?? default, n.Label, n.Document.Blocks))],
            LeftOut =
            [
                .. tags.Select(t => t with { Position = new SourcePosition(lines[t.Position.Number - 1] + 1) }),
                .. document.LeftOut, .. read.SelectMany(n => n.Document.LeftOut)],
        };
    }

    private static SourceDocument ReadBlocks(MarkdownObject markdown, MarkdownPipeline pipeline, int[] lines)
    {
        using var html = new LineMap { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new FootnoteRenderer());
        renderer.ObjectRenderers.Add(new FoldableBoxRenderer());
        renderer.ObjectWriteBefore += (_, written) =>
        {
            if (written is Markdig.Syntax.Block block and not MarkdownDocument)
            {
                html.StartAt(lines[Math.Clamp(block.Line, 0, lines.Length - 1)] + 1);
            }
        };
        renderer.Render(markdown);
        html.Flush();
        return HtmlReader.ReadFragment(html.ToString(), keepLines: true, html.ToSourceLine);
    }

    private static (string Label, MarkdownDocument Blocks)[] TakeNotes(MarkdownDocument document)
    {
        var notes = new List<(string, MarkdownDocument)>();
        foreach (var group in document.OfType<FootnoteGroup>().ToArray())
        {
            document.Remove(group);
            foreach (var note in group.OfType<Footnote>())
            {
                var blocks = new MarkdownDocument();
                foreach (var block in note.ToArray())
                {
                    note.Remove(block);
                    blocks.Add(block);
                }

                foreach (var back in blocks.Descendants<FootnoteLink>().Where(l => l.IsBackLink).ToArray())
                {
                    back.Remove();
                }

                notes.Add((FootnoteRenderer.Label(note), blocks));
            }
        }

        return [.. notes];
    }

    private static MarkdownPipelineBuilder Extended() =>
        new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseDefinitionLists()
            .UseAutoLinks()
            .UsePreciseSourceLocation();

    private static MarkdownPipeline CreateMarkdown()
    {
        var builder = Extended().UseFootnotes();
        builder.BlockParsers.Insert(0, new FoldableBoxParser());
        return builder.Build();
    }

    private static MarkdownPipeline CreatePlain()
    {
        var builder = Extended().DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }

    private sealed class FootnoteRenderer : HtmlObjectRenderer<FootnoteLink>
    {
        public static string Label(Footnote note) => note.Order.ToString(System.Globalization.CultureInfo.InvariantCulture);

        protected override void Write(HtmlRenderer renderer, FootnoteLink link)
        {
            if (!link.IsBackLink)
            {
                renderer.Write('<').Write("sup data-note=\"").Write(Label(link.Footnote)).Write("\"></").Write("sup>");
            }
        }
    }
}
