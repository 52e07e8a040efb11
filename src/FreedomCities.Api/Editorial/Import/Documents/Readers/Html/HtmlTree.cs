using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>Parses HTML as browsers do, within limits of size and depth.</summary>
internal static class HtmlTree
{
    private const int MaxElements = 300_000;
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
        var limit = new Limit();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsKeepingSourceReferences = true,
            MaximumDepth = MaxDepth + 1,
            ShouldEmitAttribute = (ref _, name) => Attributes.Contains(name.Span.ToString()),
            OnCreated = (element, _) => limit.Ensure(element),
        });
        var document = parser.ParseDocument(html);
        EnsureDepth(document, 0);
        return document;
    }

    private static void EnsureDepth(INode node, int depth)
    {
        if (depth > MaxDepth)
        {
            throw TooDeep();
        }

        foreach (var child in node.ChildNodes)
        {
            EnsureDepth(child, depth + 1);
        }
    }

    private static ImportException TooDeep() => new($"HTML elements are nested more than {MaxDepth} levels deep.");

    /// <summary>Ends the parsing of a document that is over a limit: the parser's time grows with number times depth.</summary>
    private sealed class Limit
    {
        private const int Interval = 16;

        private IElement? _last;
        private int _count;

        public void Ensure(IElement element)
        {
            if (++_count > MaxElements)
            {
                throw new ImportException($"The document has more than {MaxElements} HTML elements. Import it in parts.");
            }

            // An element is in the tree when the next one is created.
            if (_count % Interval == 0 && _last?.GetAncestors().Skip(MaxDepth).Any() == true)
            {
                throw TooDeep();
            }

            _last = element;
        }
    }
}
