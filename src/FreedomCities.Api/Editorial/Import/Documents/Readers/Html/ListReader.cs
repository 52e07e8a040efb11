using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>Reads lists and lists of definitions.</summary>
internal sealed class ListReader(BlockReader blocks, HtmlSource source, InlineReader inlines)
{
    /// <summary>The list; its items' blocks if each begins with a heading or a disclosure.</summary>
    public Block[] ReadList(IElement list, Style style)
    {
        var position = source.Position;
        var items = new List<Block.Item>();
        foreach (var child in list.ChildNodes)
        {
            AddItem(items, child, style);
        }

        var all = items.Where(i => i.Blocks.Length > 0).ToArray();
        if (all.Length == 0)
        {
            return [];
        }

        return all.All(i => i.Blocks[0] is Block.Heading or Block.Disclosure)
            ? [.. all.SelectMany(i => i.Blocks)]
            : [new Block.Items(position, FindStart(list), all)];
    }

    /// <summary>A disclosure for each definition and the terms before it.</summary>
    public Block[] ReadDefinitions(IElement list, Style style)
    {
        var (read, terms) = (new List<Block>(), new List<IElement>());
        var definition = new List<IElement>();
        foreach (var part in list.ChildNodes.SelectMany(FindParts))
        {
            if (part is not IElement { LocalName: "dd" } && definition.Count > 0 && ElementText.HasText(part))
            {
                read.AddRange(ReadDefinition(terms, definition, style));
                terms.Clear();
                definition.Clear();
            }

            switch (part)
            {
                case IElement { LocalName: "dt" } term:
                    terms.Add(term);
                    break;
                case IElement { LocalName: "dd" } text:
                    definition.Add(text);
                    break;
                default:
                    read.AddRange(blocks.ReadNode(part, style));
                    break;
            }
        }

        return [.. read, .. ReadDefinition(terms, definition, style)];
    }

    private static IEnumerable<INode> FindParts(INode child) =>
        child is IElement { LocalName: "div" } group && group.Children.Any(c => c.LocalName is "dt" or "dd")
            ? group.ChildNodes.SelectMany(FindParts)
            : [child];

    private static int? FindStart(IElement list) =>
        list.LocalName == "ol" ? ElementKinds.ReadNumber(list, "start", 1, 999_999_999) : null;

    /// <summary>Text and lists between the items belong to the item before them.</summary>
    private void AddItem(List<Block.Item> items, INode child, Style style)
    {
        if (child is IElement { LocalName: "li" } item)
        {
            source.MoveTo(item);
            items.Add(new Block.Item(source.Position, blocks.ReadChildren(item, style)));
            return;
        }

        var read = blocks.ReadNode(child, style);
        if (read.Length == 0)
        {
            return;
        }

        if (items.Count == 0)
        {
            items.Add(new Block.Item(read[0].Position, read));
        }
        else
        {
            items[^1] = items[^1] with { Blocks = [.. items[^1].Blocks, .. read] };
        }
    }

    private Block[] ReadDefinition(List<IElement> terms, List<IElement> definition, Style style)
    {
        if (terms.Count == 0)
        {
            return [.. definition.SelectMany(d => blocks.ReadChildren(d, style))];
        }

        source.MoveTo(terms[0]);
        var position = source.Position;
        var summary = new Inline([.. terms.SelectMany(t => ReadTerm(t, style)).SkipLast(1)]);
        Block[] body = [.. definition.SelectMany(d => ReadPart(d, style))];
        return definition.Count > 0
            ? [new Block.Disclosure(position, DisclosureKind.Definition, summary, body)]
            : [new Block.Paragraph(position, summary)];
    }

    private Block[] ReadPart(IElement part, Style style)
    {
        source.MoveTo(part);
        return blocks.ReadChildren(part, style);
    }

    private IEnumerable<Run> ReadTerm(IElement term, Style style)
    {
        source.MoveTo(term);
        return inlines.ReadSummary(term, style, isBroken: true).Runs.Append(new Run(Inline.LineBreak.ToString()));
    }
}
