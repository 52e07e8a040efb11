using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html.Pages;

/// <summary>Tells the parts of a page that are none of its text: navigation, header, footer, forms, frames, decoration.</summary>
internal sealed class PageParts(IElement body)
{
    private const string Navigation = "navigation";
    private const string Header = "page header";
    private const string Footer = "page footer";
    private const string Aside = "aside";
    private const string Form = "form";

    private static readonly Dictionary<string, string> Elements = new(StringComparer.Ordinal)
    {
        ["nav"] = Navigation,
        ["aside"] = Aside,
        ["search"] = Form,
        ["dialog"] = "promotion or dialog",
        ["iframe"] = "frame",
        ["frame"] = "frame",
        ["frameset"] = "frame",
        ["embed"] = "frame",
        ["object"] = "frame",
        ["video"] = "video",
        ["audio"] = "audio",
        ["canvas"] = "image",
        ["input"] = "form control",
        ["select"] = "form control",
        ["textarea"] = "form control",
        ["datalist"] = "form control",
        ["button"] = "button",
        ["noscript"] = "text for browsers without scripts",
        ["script"] = "script",
        ["style"] = "style sheet",
        ["template"] = "template",
        ["title"] = "title",
    };

    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["navigation"] = Navigation,
        ["banner"] = Header,
        ["contentinfo"] = Footer,
        ["complementary"] = Aside,
        ["search"] = Form,
        ["dialog"] = "promotion or dialog",
        ["alertdialog"] = "promotion or dialog",
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["nav"] = Navigation,
        ["navbar"] = Navigation,
        ["navigation"] = Navigation,
        ["main-nav"] = Navigation,
        ["menu"] = Navigation,
        ["mainmenu"] = Navigation,
        ["main-menu"] = Navigation,
        ["breadcrumb"] = Navigation,
        ["breadcrumbs"] = Navigation,
        ["skip-link"] = Navigation,
        ["skip-links"] = Navigation,
        ["skiplink"] = Navigation,
        ["pagination"] = Navigation,
        ["footer"] = Footer,
        ["foot"] = Footer,
        ["site-footer"] = Footer,
        ["page-footer"] = Footer,
        ["sidebar"] = Aside,
        ["toc"] = "contents list",
        ["table-of-contents"] = "contents list",
    };

    private static readonly HashSet<string> TopAnchors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#top", "#_top", "#pagetop", "#page-top", "#back-to-top", "#toc", "#header",
    };

    private readonly Lazy<int> _length = new(() => ElementText.Length(body));

    /// <summary>Why the element is left out; null: it belongs to the text.</summary>
    public string? FindReasonToLeaveOut(IElement element) => element.LocalName switch
    {
        "header" => IsInText(element) ? null : Header,
        "footer" => element.Closest("blockquote") is null ? Footer : null,
        "form" => HoldsThePage(element) ? null : Form,
        "a" => FindReasonForLink(element),
        var name when Elements.TryGetValue(name, out var reason) => reason,
        _ when element.GetAttribute("role") is { } role && Roles.TryGetValue(role, out var reason) => reason,
        _ => FindReasonInNames(element) ?? FindReasonInAria(element) ?? FindReasonInLabel(element),
    };

    private static bool IsInText(IElement element) =>
        element.ParentElement?.Closest("article, section, main, details, blockquote") is not null;

    /// <summary>Some servers wrap a whole page in one form.</summary>
    private bool HoldsThePage(IElement element) =>
        element.QuerySelector("main, h1, details, dl, article") is not null || IsMostOfThePage(element);

    private bool IsMostOfThePage(IElement element) => ElementText.Length(element) * 2 > _length.Value;

    private string? FindReasonForLink(IElement link)
    {
        var target = link.GetAttribute("href") ?? "";
        if (target.Contains('#', StringComparison.Ordinal) && TopAnchors.Contains(target[target.IndexOf('#', StringComparison.Ordinal)..]))
        {
            return Navigation;
        }

        var isPermalink = target.Length > 0 && link.TextContent.Trim() is "¶" or "#" or "§" or "🔗";
        return isPermalink && link.Closest("h1, h2, h3, h4, h5, h6, summary, dt") is not null ? "permalink" : FindReasonInNames(link);
    }

    private string? FindReasonInNames(IElement element)
    {
        // The id of a heading, and of a section that has one, is made of its words.
        var names = HasOwnId(element) ? ElementKinds.FindNames(element) : ElementKinds.FindClasses(element);
        var reason = names.Select(n => Names.GetValueOrDefault(n) ?? PartNames.Find(n)).FirstOrDefault(r => r is not null);
        var isText = element.LocalName is "body" or "html" or "main" || element.GetAttribute("role") == "tablist";
        return reason is null || isText || IsMostOfThePage(element) ? null : reason;
    }

    private static bool HasOwnId(IElement element) =>
        ElementKinds.HeadingLevel(element) is null && element.LocalName is not ("section" or "details" or "dt" or "a")
            && (element.Id ?? "").Count(c => c is '-' or '_') <= 3;

    /// <summary>The name of a field above its content.</summary>
    private static string? FindReasonInLabel(IElement element) =>
        ElementKinds.FindClasses(element).Any(c => c is "field__label" or "field-label" or "views-label")
            && Markers.IsWord(element.TextContent) ? "label" : FindReasonInHeading(element);

    /// <summary>Words in a heading that only screen readers say.</summary>
    private static string? FindReasonInHeading(IElement element) =>
        element.LocalName == "span" && ElementKinds.FindClasses(element).Any(IsHidden)
            && element.Closest("h1, h2, h3, h4, h5, h6, summary, dt, button") is { } heading
            && ElementText.Length(heading) > ElementText.Length(element) * 2
                ? "text for screen readers"
                : null;

    private static bool IsHidden(string name) =>
        name is "sr-only" or "screen-reader-text" || name.EndsWith("visually-hidden", StringComparison.Ordinal);

    /// <summary>An icon. Collapsed panels are hidden, too, but they hold blocks.</summary>
    private static string? FindReasonInAria(IElement element)
    {
        var isHidden = element.GetAttribute("aria-hidden") == "true" && !ElementKinds.IsBlock(element);
        return isHidden && !element.Descendants<IElement>().Any(ElementKinds.IsBlock) && element.LocalName is not ("img" or "svg")
            ? "decoration"
            : null;
    }
}
