using AngleSharp.Dom;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>The text of elements as readers see it: without scripts and style sheets.</summary>
internal static class ElementText
{
    public static string Read(INode node) => Collapse(string.Join("", FindTexts(node)));

    /// <summary>Whether readers see anything of the node.</summary>
    public static bool HasText(INode node) => FindTexts(node).Any(t => !string.IsNullOrWhiteSpace(t));

    public static int Length(INode node) => FindTexts(node).Sum(t => t.Count(c => !char.IsWhiteSpace(c)));

    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> FindTexts(INode node) => node switch
    {
        IText text => [text.Data],
        IElement { LocalName: "script" or "style" or "template" } => [],
        IElement element when ElementKinds.IsBlock(element) => element.ChildNodes.SelectMany(FindTexts).Prepend(" ").Append(" "),
        IElement { LocalName: "br" } => ["\n"],
        _ => node.ChildNodes.SelectMany(FindTexts),
    };
}
