using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Formats;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Lists;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

/// <summary>A document, where the reader is in it, and what it has left out.</summary>
internal sealed class DocxSource(MainDocumentPart document)
{
    private readonly List<LeftOut> _leftOut = [];
    private readonly List<(OpenXmlElement Note, string Label, SourcePosition Position)> _notes = [];
    private readonly Dictionary<string, SourcePosition> _comments = new(StringComparer.Ordinal);
    private int _paragraph;

    public StyleSheet Styles { get; } = new(document);

    public NumberingTable Numbering { get; } = new(document);

    public FieldStack Fields { get; } = new();

    public LanguageCount Languages { get; } = new(new StyleSheet(document).Language);

    public bool HasTrackedChanges { get; set; }

    public SourcePosition Position => new(Math.Max(_paragraph, 1), "paragraph");

    /// <summary>The position of the paragraph that is read next.</summary>
    public SourcePosition Next => new(_paragraph + 1, "paragraph");

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    public void NextParagraph()
    {
        _paragraph++;
        Fields.EndInstructions();
    }

    public void LeaveOut(string reason, string text) => LeaveOut(Position, reason, text);

    public void LeaveOutImage(OpenXmlElement image)
    {
        var boxes = image.Descendants().Where(d => d.LocalName == "txbxContent").Select(DocxText.Read).Where(t => t.Length > 0).ToArray();
        foreach (var box in boxes)
        {
            LeaveOut("text box", box);
        }

        if (boxes.Length == 0)
        {
            var properties = image.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().FirstOrDefault();
            string?[] names = [properties?.Description?.InnerText, properties?.Title?.InnerText, properties?.Name?.InnerText];
            LeaveOut("image", names.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)) ?? "without description");
        }
    }

    /// <summary>The target of a link; null: it has none, or one that is no URI.</summary>
    public string? FindTarget(Hyperlink link)
    {
        var id = link.Id?.InnerText;
        var address = document.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString;
        var anchor = link.Anchor?.InnerText is { Length: > 0 } name ? $"#{name}" : "";
        // The Open XML SDK writes this placeholder for a link target that isn't a valid URI.
        var isValid = address?.StartsWith("rewritten:", StringComparison.Ordinal) != true;
        return isValid && address + anchor is { Length: > 0 } target ? LinkRedirects.Resolve(target) : null;
    }

    /// <summary>The label of a note; null: there is no such note.</summary>
    public string? AddNote(OpenXmlElement reference)
    {
        var note = reference switch
        {
            FootnoteReference foot => FindNote(document.FootnotesPart?.Footnotes, foot.Id?.InnerText),
            EndnoteReference end => FindNote(document.EndnotesPart?.Endnotes, end.Id?.InnerText),
            _ => null,
        };
        if (note is null)
        {
            return null;
        }

        if (_notes.FirstOrDefault(n => n.Note == note).Label is { } known)
        {
            return known;
        }

        var label = $"{_notes.Count + 1}";
        _notes.Add((note, label, Position));
        return label;
    }

    public Note[] ReadNotes() => [.. _notes.Select(n => new Note(n.Position, n.Label, new BodyReader(this).Read(n.Note)))];

    public void PlaceComment(string? id) => _comments.TryAdd(id ?? "", Position);

    /// <summary>Leaves out what is outside the text: comments, headers and footers.</summary>
    public void LeaveOutSurroundings()
    {
        foreach (var comment in document.WordprocessingCommentsPart?.Comments?.Elements<Comment>() ?? [])
        {
            LeaveOut(_comments.GetValueOrDefault(comment.Id?.InnerText ?? "", Position), "comment", DocxText.Read(comment));
        }

        foreach (var header in document.HeaderParts.Select(p => p.Header).OfType<OpenXmlElement>())
        {
            LeaveOut(new SourcePosition(1, "paragraph"), "page header", DocxText.Read(header));
        }

        foreach (var footer in document.FooterParts.Select(p => p.Footer).OfType<OpenXmlElement>())
        {
            LeaveOut(new SourcePosition(1, "paragraph"), "page footer", DocxText.Read(footer));
        }
    }

    private static FootnoteEndnoteType? FindNote(OpenXmlElement? notes, string? id) =>
        notes?.Elements<FootnoteEndnoteType>().FirstOrDefault(n => n.Id?.InnerText == id);

    private void LeaveOut(SourcePosition position, string reason, string text)
    {
        if (text.Length > 0)
        {
            _leftOut.Add(new LeftOut(position, reason, text));
        }
    }
}
