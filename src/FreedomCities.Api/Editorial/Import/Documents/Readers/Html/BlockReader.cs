using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>Reads the content of elements as blocks.</summary>
internal sealed class BlockReader
{
    private readonly HtmlSource _source;
    private readonly Disclosures _disclosures;
    private readonly HashSet<IElement> _containers;
    private readonly InlineReader _inlines;
    private readonly ListReader _lists;
    private readonly TableReader _tables;

    public BlockReader(HtmlSource source, IElement root)
    {
        _source = source;
        _disclosures = Disclosures.Find(root, source.Parts);
        _containers = FindContainers(root);
        _inlines = new InlineReader(source);
        _lists = new ListReader(this, source, _inlines);
        _tables = new TableReader(this, source);
    }

    public Block[] ReadChildren(INode parent, Style style = default)
    {
        var blocks = new BlockSequence(_source.KeepLines);
        ReadChildren(parent, blocks, style);
        return blocks.Build();
    }

    public Block[] ReadNode(INode node, Style style)
    {
        var blocks = new BlockSequence(_source.KeepLines);
        Read(node, blocks, style);
        return blocks.Build();
    }

    /// <summary>The elements that hold blocks, whatever their own kind is.</summary>
    private HashSet<IElement> FindContainers(IElement root)
    {
        var containers = new HashSet<IElement>();
        foreach (var element in root.Descendants<IElement>().Where(e => ElementKinds.IsBlock(e) || _disclosures.FindPanel(e) is not null))
        {
            for (var parent = element.ParentElement; parent is not null && containers.Add(parent); parent = parent.ParentElement)
            {
            }
        }

        return containers;
    }

    private void ReadChildren(INode parent, BlockSequence blocks, Style style)
    {
        foreach (var child in parent.ChildNodes)
        {
            Read(child, blocks, style);
        }
    }

    private void Read(INode node, BlockSequence blocks, Style style)
    {
        switch (node)
        {
            case IElement element:
                Read(element, blocks, style);
                break;
            case IText text:
                blocks.AddText(text.Data, style, _source.PositionIn(text.Data));
                _source.Skip(text.Data);
                break;
        }
    }

    private void Read(IElement element, BlockSequence blocks, Style style)
    {
        _source.MoveTo(element);
        if (_disclosures.IsPanel(element))
        {
            return;
        }

        if (_disclosures.FindPanel(element) is { } panel)
        {
            blocks.Add(ReadDisclosure(element, panel, style));
        }
        else if (_source.Parts.FindReasonToLeaveOut(element) is { } reason)
        {
            _source.LeaveOut(element, reason);
        }
        else if (ElementKinds.IsBlock(element))
        {
            ReadBlock(element, blocks, style);
        }
        else if (_containers.Contains(element))
        {
            ReadChildren(element, blocks, _source.Styles.Apply(element, style));
        }
        else
        {
            _inlines.Read(element, blocks, style);
        }
    }

    private void ReadBlock(IElement element, BlockSequence blocks, Style style)
    {
        var position = _source.Position;
        switch (element.LocalName)
        {
            case "ul" or "ol" or "menu" or "dir":
                blocks.Add(_lists.ReadList(element, style));
                break;
            case "dl":
                blocks.Add(_lists.ReadDefinitions(element, style));
                break;
            case "table":
                blocks.Add(_tables.Read(element, style));
                break;
            case "details":
                blocks.Add(ReadDetails(element, style));
                break;
            case "blockquote":
                blocks.Add(new Block.Quote(position, ReadChildren(element, style)));
                break;
            case "pre":
                blocks.Add(_source.ReadCode(element));
                break;
            case "hr":
                blocks.Add(new Block.Rule(position));
                break;
            case var _ when ElementKinds.HeadingLevel(element) is { } level:
                blocks.Add(ReadHeading(element, level, style));
                break;
            default:
                blocks.Flush();
                ReadChildren(element, blocks, _source.Styles.Apply(element, style));
                blocks.Flush();
                break;
        }
    }

    private Block[] ReadHeading(IElement element, int level, Style style)
    {
        var position = _source.Position;
        var content = _inlines.Read(element, style);
        return content.IsEmpty ? [] : [new Block.Heading(position, level, content, _source.TakeAnchor(element))];
    }

    private Block[] ReadDetails(IElement element, Style style)
    {
        var position = _source.Position;
        if (element.Children.FirstOrDefault(c => c.LocalName == "summary") is not { } summary)
        {
            return ReadChildren(element, style);
        }

        var content = _inlines.ReadSummary(summary, style);
        var body = new BlockSequence(_source.KeepLines);
        foreach (var child in element.ChildNodes.Where(c => c != summary))
        {
            Read(child, body, style);
        }

        return [new Block.Disclosure(position, DisclosureKind.Details, content, body.Build())];
    }

    private Block[] ReadDisclosure(IElement summary, IElement panel, Style style)
    {
        var position = _source.Position;
        var content = _inlines.ReadSummary(summary, style);
        return [new Block.Disclosure(position, DisclosureKind.Accordion, content, ReadChildren(panel, style))];
    }
}
