using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html.Pages;

/// <summary>Finds the element that holds the text of a page.</summary>
internal static class MainContent
{
    private const string Marked = "main, [role=main]";
    private const string Named = "#main, #content, #main-content, #maincontent, #primary, .main-content";

    /// <summary>The element with the page's text. What is outside it is left out, but for the page's heading.</summary>
    public static IElement Find(HtmlSource source, IHtmlDocument document)
    {
        var body = document.Body!;
        var main = FindOnly(body, Marked) ?? FindOnly(body, Named) ?? body;
        MoveHeading(source, document, main);
        for (var part = main; part != body && part.ParentElement is { } parent; part = parent)
        {
            LeaveOutSiblings(source, part, parent);
        }

        return main;
    }

    /// <summary>The one element of a kind, if it holds most of the page's text.</summary>
    private static IElement? FindOnly(IElement body, string selector)
    {
        var found = body.QuerySelectorAll(selector).Where(ElementText.HasText).ToArray();
        var outer = found.Where(f => !found.Any(o => o != f && o.Contains(f))).ToArray();
        return outer is [var main] && ElementText.Length(main) * 3 > ElementText.Length(body) ? main : null;
    }

    /// <summary>A text without a heading of level 1 gets the one in the page's header.</summary>
    private static void MoveHeading(HtmlSource source, IHtmlDocument document, IElement main)
    {
        var headings = document.QuerySelectorAll("h1").Where(ElementText.HasText).ToArray();
        if (headings.Any(h => main.Contains(h) && !IsLeftOut(source, h)))
        {
            return;
        }

        if (headings.FirstOrDefault(h => !IsInNavigation(h) && !h.Contains(main)) is { } heading)
        {
            main.Prepend(heading);
        }
    }

    private static bool IsLeftOut(HtmlSource source, IElement heading) =>
        heading.GetAncestors().OfType<IElement>().Any(a => source.Parts.FindReasonToLeaveOut(a) is not null);

    private static bool IsInNavigation(IElement heading) => heading.Closest("nav, footer, aside, dialog") is not null;

    private static void LeaveOutSiblings(HtmlSource source, IElement part, IElement parent)
    {
        foreach (var sibling in parent.ChildNodes.Where(n => n != part))
        {
            if (sibling is IElement element)
            {
                source.MoveTo(element);
                source.LeaveOut(element, source.Parts.FindReasonToLeaveOut(element) ?? "outside the main content");
            }
            else if (sibling is IText text)
            {
                source.LeaveOut(text, "outside the main content");
            }
        }
    }
}
