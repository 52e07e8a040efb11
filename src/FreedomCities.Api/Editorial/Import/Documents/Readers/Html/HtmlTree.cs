using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>Parses HTML as browsers do, within limits of size and depth.</summary>
internal static class HtmlTree
{
    private const int MaxElements = 400_000;
    private const int MaxDepth = 300;

    // A tag with very many attributes takes time by the square of their number: only these are read.
    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "alt", "class", "colspan", "content", "data", "data-bs-target", "data-bs-toggle", "data-note", "data-target", "data-toggle", "for",
        "href", "http-equiv", "id", "itemprop", "itemtype", "lang", "name", "property", "role", "src", "start", "style", "type", "xml:lang",
        "aria-controls", "aria-expanded", "aria-hidden", "aria-level",
    };

    /// <exception cref="ImportException">The document has too many elements, or they are nested too deeply.</exception>
    public static IHtmlDocument Parse(string html)
    {
        var count = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsKeepingSourceReferences = true,
            MaximumDepth = MaxDepth + 1,
            ShouldEmitAttribute = (ref _, name) => Attributes.Contains(name.Span.ToString()),
            OnCreated = (_, _) =>
            {
                if (++count > MaxElements)
                {
                    throw new ImportException($"The document has more than {MaxElements} HTML elements. Import it in parts.");
                }
            },
        });
        var document = parser.ParseDocument(html);
        EnsureDepth(document);
        return document;
    }

    private static void EnsureDepth(IHtmlDocument document)
    {
        var depth = 0;
        for (INode? node = document; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                if (depth > MaxDepth)
                {
                    throw new ImportException($"HTML elements are nested more than {MaxDepth} levels deep.");
                }

                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                (node, depth) = (node.Parent, depth - 1);
            }

            node = node?.NextSibling;
        }
    }
}
