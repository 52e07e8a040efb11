using System.Globalization;
using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>What the names of elements mean.</summary>
internal static class ElementKinds
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private static readonly Dictionary<string, Marks> Formatting = new(StringComparer.Ordinal)
    {
        ["b"] = Marks.Strong,
        ["strong"] = Marks.Strong,
        ["i"] = Marks.Emphasis,
        ["em"] = Marks.Emphasis,
        ["cite"] = Marks.Emphasis,
        ["dfn"] = Marks.Emphasis,
        ["var"] = Marks.Emphasis,
        ["del"] = Marks.Strike,
        ["s"] = Marks.Strike,
        ["strike"] = Marks.Strike,
        ["code"] = Marks.Code,
        ["kbd"] = Marks.Code,
        ["samp"] = Marks.Code,
        ["tt"] = Marks.Code,
        ["sup"] = Marks.Superscript,
        ["sub"] = Marks.Subscript,
    };

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName) || HeadingLevel(element) is not null;

    public static Marks FindMarks(IElement element) => Formatting.GetValueOrDefault(element.LocalName);

    /// <summary>1 to 6; null: no heading.</summary>
    public static int? HeadingLevel(IElement element)
    {
        if (element.LocalName is ['h', >= '1' and <= '6'] name)
        {
            return name[1] - '0';
        }

        return element.GetAttribute("role") == "heading" ? ReadNumber(element, "aria-level", 2, 6) : null;
    }

    /// <summary>A number in an attribute, at least 1.</summary>
    public static int ReadNumber(IElement element, string attribute, int missing, int max) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, max)
            : missing;

    /// <summary>The words of a class attribute and of the id, in lower case.</summary>
    public static string[] FindNames(IElement element) =>
        element.Attributes.Length == 0 ? [] : Split($"{element.GetAttribute("class")} {element.Id}");

    /// <summary>The words of a class attribute, in lower case.</summary>
    public static string[] FindClasses(IElement element) => Split(element.GetAttribute("class") ?? "");

    private static string[] Split(string names) =>
        names.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
