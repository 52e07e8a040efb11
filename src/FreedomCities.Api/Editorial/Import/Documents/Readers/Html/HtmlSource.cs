using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Html.Pages;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>Where the reader is in its source, and what it has left out.</summary>
/// <param name="keepLines">See <see cref="InlineBuilder"/>.</param>
/// <param name="toSourceLine">Maps a line of the HTML to one of the file.</param>
internal sealed class HtmlSource(PageParts parts, bool keepLines, Func<int, int> toSourceLine)
{
    private readonly List<LeftOut> _leftOut = [];
    private int _line = 1;
    private string? _anchor;

    public PageParts Parts => parts;

    public StyleRules Styles { get; init; } = StyleRules.None;

    public bool KeepLines => keepLines;

    public SourcePosition Position => new(toSourceLine(_line));

    public LeftOut[] LeftOut => [.. _leftOut.OrderBy(l => l.Position.Number)];

    /// <summary>Elements that the parser adds have no position.</summary>
    public void MoveTo(IElement element) => _line = element.SourceReference?.Position.Line is > 0 and var line ? line : _line;

    /// <summary>The position of the first visible character of a text that begins here.</summary>
    public SourcePosition PositionIn(string text)
    {
        var blank = text.AsSpan()[..(text.Length - text.AsSpan().TrimStart().Length)];
        return new SourcePosition(toSourceLine(_line + blank.Count('\n')));
    }

    public void Skip(string text) => _line += text.AsSpan().Count('\n');

    /// <summary>Moves to an element, and leaves it out if it's none of the text.</summary>
    public bool LeavesOut(IElement element)
    {
        MoveTo(element);
        if (parts.FindReasonToLeaveOut(element) is not { } reason)
        {
            return false;
        }

        LeaveOut(element, reason);
        return true;
    }

    public void LeaveOut(IElement element, string reason)
    {
        var address = element.GetAttribute("src") ?? element.GetAttribute("data");
        Add(reason, $"{ElementText.Read(element)} {address}".Trim());
    }

    public void LeaveOut(IText text, string reason) => Add(reason, ElementText.Collapse(text.Data));

    /// <summary>Leaves out all comments: they may stand where no text can.</summary>
    public void LeaveOutComments(INode root)
    {
        foreach (var node in root.Descendants())
        {
            switch (node)
            {
                case IElement element:
                    MoveTo(element);
                    break;
                case IComment comment:
                    Add("comment", ElementText.Collapse(comment.Data));
                    Skip(comment.Data);
                    break;
                case IText text:
                    Skip(text.Data);
                    break;
            }
        }

        _line = 1;
    }

    /// <summary>The text that stands for an image: in a link, its description. Otherwise the image is left out.</summary>
    public string ReadImage(IElement image, Style style)
    {
        var description = (image.QuerySelector("img") ?? image).GetAttribute("alt");
        var text = ElementText.Collapse(string.IsNullOrWhiteSpace(description) ? ElementText.Read(image) : description);
        if (style.Target is not null && text.Length > 0)
        {
            return text;
        }

        Add("image", text.Length > 0 ? text : image.GetAttribute("src") ?? "");
        return "";
    }

    public Block.Code ReadCode(IElement element)
    {
        var language = element.QuerySelectorAll("code").Prepend(element)
            .SelectMany(ElementKinds.FindNames)
            .FirstOrDefault(n => n.StartsWith("language-", StringComparison.Ordinal));
        var code = new Block.Code(Position, element.TextContent.TrimEnd(), language?["language-".Length..] ?? "");
        Skip(element.TextContent);
        return code;
    }

    /// <summary>Remembers an anchor for the heading that it is in or before.</summary>
    public void FindAnchor(IElement element)
    {
        if (element.LocalName == "a" && element.GetAttribute("href") is null)
        {
            _anchor = element.GetAttribute("id") ?? element.GetAttribute("name") ?? _anchor;
        }
    }

    public string? TakeAnchor(IElement heading)
    {
        var anchor = heading.GetAttribute("id") ?? _anchor;
        _anchor = null;
        return anchor;
    }

    private void Add(string reason, string text)
    {
        if (text.Length > 0)
        {
            _leftOut.Add(new LeftOut(Position, reason, text));
        }
    }
}
