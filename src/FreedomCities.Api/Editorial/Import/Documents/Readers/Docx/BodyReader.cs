using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Formats;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Lists;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

/// <summary>Reads the paragraphs and tables of the body, of a cell or of a note.</summary>
internal sealed class BodyReader(DocxSource source)
{
    private readonly List<Block> _blocks = [];
    private readonly ListBuilder _lists = new();
    private readonly RunReader _runs = new(source);

    public Block[] Read(OpenXmlElement container)
    {
        ReadContainer(container);
        AddParagraph(_runs.Build(), source.Styles.Resolve(null), null, isContents: false);
        _lists.Close(_blocks);
        return [.. _blocks];
    }

    private void ReadContainer(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    ReadParagraph(paragraph);
                    break;
                case Table table:
                    _lists.Close(_blocks);
                    _blocks.AddRange(new DocxTableReader(source).Read(table));
                    break;
                case SdtElement control when IsContents(control):
                    source.LeaveOut("contents list", DocxText.Read(control));
                    break;
                case AltChunk:
                    source.LeaveOut("embedded document", "altChunk");
                    break;
                default:
                    ReadOther(child);
                    break;
            }
        }
    }

    private void ReadOther(OpenXmlElement child)
    {
        switch (child.LocalName)
        {
            case "del" or "moveFrom":
                source.HasTrackedChanges = true;
                source.LeaveOut("deleted text", DocxText.Read(child));
                break;
            case "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "smartTag":
                ReadContainer(child);
                break;
            case "oMathPara" or "r" or "hyperlink":
                _runs.Read(child, Marks.None);
                break;
        }
    }

    private static bool IsContents(SdtElement control) =>
        control.SdtProperties?.Descendants<DocPartGallery>().FirstOrDefault()?.Val?.InnerText == "Table of Contents";

    private void ReadParagraph(Paragraph paragraph)
    {
        source.NextParagraph();
        var own = paragraph.ParagraphProperties;
        var format = source.Styles.Resolve(own);
        var isContents = source.Fields.IsContents;
        _runs.Read(paragraph, format.HeadingLevel is null ? format.Marks : format.Marks & ~(Marks.Strong | Marks.Emphasis));
        // Without its mark, a paragraph continues in the next one.
        if (own?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null)
        {
            source.HasTrackedChanges = true;
            return;
        }

        AddParagraph(_runs.Build(), format, own, isContents || source.Fields.IsContents || format.Kind == ParagraphKind.Contents);
    }

    private void AddParagraph(Inline text, ParagraphFormat format, ParagraphProperties? own, bool isContents)
    {
        var bookmark = _runs.TakeBookmark();
        if (text.IsEmpty)
        {
            return;
        }

        if (isContents)
        {
            source.LeaveOut("contents list", text.Text);
            return;
        }

        var item = format.List is { } list ? source.Numbering.Count(list, format.ListLevel) : null;
        if (format.HeadingLevel is { } level)
        {
            Add(new Block.Heading(source.Position, level, WithoutSharedMarks(text), bookmark));
        }
        else if (item is not null)
        {
            var indent = StyleSheet.ParseIndent(own?.Indentation) ?? (item.Indent > 0 ? item.Indent : format.Indent ?? 0);
            _lists.Add(item with { Indent = indent }, new Block.Paragraph(source.Position, text), _blocks);
        }
        else if (!_lists.Continue(new Block.Paragraph(source.Position, text), format.Indent ?? 0, _blocks))
        {
            AddText(text, format.Kind);
        }
    }

    private void AddText(Inline text, ParagraphKind kind)
    {
        _lists.Close(_blocks);
        switch (kind, _blocks.LastOrDefault())
        {
            case (ParagraphKind.Quote, Block.Quote quote):
                _blocks[^1] = quote with { Blocks = [.. quote.Blocks, new Block.Paragraph(source.Position, WithoutSharedMarks(text))] };
                break;
            case (ParagraphKind.Quote, _):
                Add(new Block.Quote(source.Position, [new Block.Paragraph(source.Position, WithoutSharedMarks(text))]));
                break;
            case (ParagraphKind.Code, Block.Code code):
                _blocks[^1] = code with { Text = $"{code.Text}\n{ToCode(text)}" };
                break;
            case (ParagraphKind.Code, _):
                Add(new Block.Code(source.Position, ToCode(text)));
                break;
            default:
                Add(new Block.Paragraph(source.Position, text));
                break;
        }
    }

    private void Add(Block block)
    {
        _lists.Close(_blocks);
        _blocks.Add(block);
    }

    private static string ToCode(Inline text) => text.Text.Replace(Inline.LineBreak, '\n');

    /// <summary>A heading or quotation that is bold or italic as a whole says so by what it is.</summary>
    private static Inline WithoutSharedMarks(Inline text)
    {
        var shared = text.Runs.Where(r => !string.IsNullOrWhiteSpace(r.Text))
            .Aggregate(Marks.Strong | Marks.Emphasis, (marks, run) => marks & run.Marks);
        return new Inline([.. text.Runs.Select(r => r with { Marks = r.Marks & ~shared })]);
    }
}
