using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>Reads the text of elements with its formatting and links.</summary>
internal sealed partial class InlineReader(HtmlSource source)
{
    /// <summary>The text of an element on one line: blocks in it are set apart by a space.</summary>
    /// <param name="isBroken">Set blocks apart by a line break instead.</param>
    public Inline Read(IElement element, Style style, bool isBroken = false)
    {
        var text = new InlineBuilder(source.KeepLines);
        ReadChildren(element, new Line(text, isBroken), style);
        return text.Build();
    }

    /// <summary>The text of what opens a panel, without the link that opens it.</summary>
    public Inline ReadSummary(IElement element, Style style, bool isBroken = false)
    {
        var whole = Read(element, style, isBroken);
        var text = whole.Slice(..^Sign().Match(whole.Text).Length);
        return new Inline([.. text.Runs.Select(r => IsToggle(r.Target) ? r with { Target = null } : r)]);
    }

    /// <summary>Adds an element that holds no blocks.</summary>
    public void Read(IElement element, BlockSequence blocks, Style style)
    {
        if (element.LocalName == "br")
        {
            blocks.AddBreak(style);
        }
        else if (element.GetAttribute("data-note") is { } note)
        {
            blocks.AddNote(note, source.Position);
        }
        else if (IsImage(element))
        {
            blocks.AddText(source.ReadImage(element, style), style, source.Position);
        }
        else
        {
            source.FindAnchor(element);
            ReadChildren(element, blocks, source.Styles.Apply(element, style));
        }
    }

    // What shows that a panel is open or closed.
    [GeneratedRegex(@"\s[+−–\-▼▾▲△▽⌄∨›»×✕]+\s*\z", RegexOptions.None, 1000)]
    private static partial Regex Sign();

    private static bool IsToggle(string? target) =>
        target is ['#', ..] || target?.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether a button is what the heading or term around it says.</summary>
    private static bool IsLabel(IElement element, IElement parent) =>
        element.LocalName == "button" && ElementText.Length(element) * 2 > ElementText.Length(parent);

    private static bool IsImage(IElement element) => element.LocalName is "img" or "svg" or "picture";

    private void ReadChildren(IElement element, BlockSequence blocks, Style style)
    {
        foreach (var child in element.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    blocks.AddText(text.Data, style, source.PositionIn(text.Data));
                    source.Skip(text.Data);
                    break;
                case IElement inner when !source.LeavesOut(inner):
                    Read(inner, blocks, style);
                    break;
            }
        }
    }

    private void ReadChildren(IElement element, Line line, Style style)
    {
        foreach (var child in element.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    line.Text.Add(text.Data, style.Marks, style.Target);
                    source.Skip(text.Data);
                    break;
                case IElement inner when IsLabel(inner, element) || !source.LeavesOut(inner):
                    Read(inner, line, style);
                    break;
            }
        }
    }

    private void Read(IElement element, Line line, Style style)
    {
        if (element.LocalName == "br")
        {
            line.Text.AddBreak(style.Marks, style.Target);
        }
        else if (element.GetAttribute("data-note") is { } note)
        {
            line.Text.AddNote(note);
        }
        else if (IsImage(element))
        {
            line.Text.Add(source.ReadImage(element, style), style.Marks, style.Target);
        }
        else
        {
            var isBlock = ElementKinds.IsBlock(element);
            source.FindAnchor(element);
            line.SetApart(isBlock);
            ReadChildren(element, line, source.Styles.Apply(element, style));
            line.SetApart(isBlock);
        }
    }

    private sealed record Line(InlineBuilder Text, bool IsBroken)
    {
        public void SetApart(bool isBlock)
        {
            if (isBlock && IsBroken)
            {
                Text.AddBreak();
            }
            else if (isBlock)
            {
                Text.Add(" ");
            }
        }
    }
}
