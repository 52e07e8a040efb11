using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

/// <summary>Reads the text of a paragraph with its formatting, links and notes. Tracked changes are taken as accepted.</summary>
internal sealed class RunReader(DocxSource source)
{
    private InlineBuilder _text = new();
    private Marks _last;

    /// <summary>The last bookmark of the paragraph: Word puts the newest behind older ones.</summary>
    public string? Bookmark { get; private set; }

    public Inline Build()
    {
        var text = _text.Build();
        (_text, _last) = (new InlineBuilder(), Marks.None);
        return text;
    }

    public string? TakeBookmark()
    {
        var bookmark = Bookmark;
        Bookmark = null;
        return bookmark;
    }

    /// <param name="marks">The marks of the paragraph's style.</param>
    public void Read(OpenXmlElement parent, Marks marks, string? target = null)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Hyperlink link:
                    Read(link, marks, source.FindTarget(link) ?? target);
                    break;
                case SimpleField field:
                    Read(field, marks, FieldStack.ParseTarget(field.Instruction?.InnerText ?? "") ?? target);
                    break;
                case BookmarkStart bookmark:
                    Bookmark = bookmark.Name?.InnerText is "_GoBack" ? Bookmark : bookmark.Name?.InnerText;
                    break;
                case Run run:
                    ReadRun(run, marks, target);
                    break;
                default:
                    ReadOther(child, marks, target);
                    break;
            }
        }
    }

    private void ReadOther(OpenXmlElement child, Marks marks, string? target)
    {
        switch (child.LocalName)
        {
            case "del" or "moveFrom":
                source.HasTrackedChanges = true;
                source.LeaveOut("deleted text", DocxText.Read(child));
                break;
            case "ins" or "moveTo":
                source.HasTrackedChanges = true;
                Read(child, marks, target);
                break;
            case "t":
                Add(child.InnerText, marks, target);
                break;
            case "commentRangeStart" or "commentReference":
                source.PlaceComment(child is CommentRangeStart start ? start.Id?.InnerText : null);
                break;
            case var name when !name.EndsWith("Pr", StringComparison.Ordinal):
                Read(child, marks, target);
                break;
        }
    }

    private void ReadRun(Run run, Marks paragraph, string? target)
    {
        var properties = run.RunProperties;
        if (source.Styles.IsHidden(properties))
        {
            source.LeaveOut("hidden text", DocxText.Read(run));
            return;
        }

        var marks = source.Styles.Resolve(properties, paragraph);
        foreach (var child in run.ChildElements)
        {
            ReadContent(child, properties, marks, target);
        }
    }

    private void ReadContent(OpenXmlElement child, RunProperties? properties, Marks marks, string? target)
    {
        switch (child.LocalName)
        {
            case "t" when source.Fields.IsInstruction:
                source.LeaveOut("field instruction", child.InnerText.Trim());
                break;
            case "t":
                source.Languages.Add(child.InnerText, properties?.Languages);
                Add(child.InnerText, marks, target);
                break;
            case "tab" or "ptab":
                Add(" ", marks, target);
                break;
            case "noBreakHyphen":
                Add("\u2011", marks, target);
                break;
            case "cr" or "br":
                AddBreak(child, marks, target);
                break;
            case "fldChar" or "instrText":
                ReadField(child);
                break;
            case "delText":
                source.LeaveOut("deleted text", child.InnerText.Trim());
                break;
            case "drawing" or "pict" or "object":
                source.LeaveOutImage(child);
                break;
            default:
                ReadReference(child, marks, target);
                break;
        }
    }

    private void ReadReference(OpenXmlElement child, Marks marks, string? target)
    {
        switch (child)
        {
            case FootnoteReference or EndnoteReference when source.AddNote(child) is { } label:
                _text.AddNote(label);
                break;
            case CommentReference comment:
                source.PlaceComment(comment.Id?.InnerText);
                break;
            case SymbolChar symbol:
                source.LeaveOut("symbol", $"{symbol.Font?.InnerText} {symbol.Char?.InnerText}".Trim());
                break;
            case Ruby ruby:
                source.LeaveOut("ruby text", string.Concat(ruby.Elements<RubyContent>().Select(DocxText.Read)));
                Read(ruby.GetFirstChild<RubyBase>() ?? new RubyBase(), marks, target);
                break;
            case AlternateContent { FirstChild: { } choice }:
                Array.ForEach([.. choice.ChildElements], c => ReadContent(c, null, marks, target));
                break;
        }
    }

    private void ReadField(OpenXmlElement child)
    {
        switch (child)
        {
            case FieldCode code:
                source.Fields.AddInstruction(code.InnerText);
                break;
            case FieldChar { FieldCharType.InnerText: "begin" }:
                source.Fields.Begin();
                break;
            case FieldChar { FieldCharType.InnerText: "separate" }:
                source.Fields.Show();
                break;
            case FieldChar { FieldCharType.InnerText: "end" }:
                source.Fields.End();
                break;
        }
    }

    private void AddBreak(OpenXmlElement child, Marks marks, string? target)
    {
        if (child is Break { Type.InnerText: "page" or "column" })
        {
            Add(" ", marks, target);
        }
        else
        {
            _text.AddBreak(marks, target ?? source.Fields.Target);
        }
    }

    /// <summary>A blank between two words has the formatting of the first.</summary>
    private void Add(string text, Marks marks, string? target)
    {
        _last = string.IsNullOrWhiteSpace(text) ? _last : marks;
        _text.Add(text, _last, target ?? source.Fields.Target);
    }
}
