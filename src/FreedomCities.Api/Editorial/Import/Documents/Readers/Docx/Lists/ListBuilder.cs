using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Lists;

/// <summary>Builds nested lists from numbered paragraphs.</summary>
internal sealed class ListBuilder
{
    private readonly Stack<OpenList> _open = [];

    public void Add(ListItem item, Block block, List<Block> blocks)
    {
        while (_open.TryPeek(out var top) && (top.Item.Level > item.Level || (top.Item.Level == item.Level && !IsSameList(top.Item, item))))
        {
            CloseTop(blocks);
        }

        if (!_open.TryPeek(out var list) || list.Item.Level < item.Level)
        {
            list = new OpenList(item, block.Position);
            _open.Push(list);
        }

        list.Items.Add([block]);
    }

    /// <summary>Adds an indented paragraph to the item that it continues. False: it continues none.</summary>
    public bool Continue(Block block, int indent, List<Block> blocks)
    {
        if (indent <= 0 || !_open.Any(l => l.Item.Indent > 0 && l.Item.Indent <= indent))
        {
            return false;
        }

        while (_open.Peek().Item.Indent > indent)
        {
            CloseTop(blocks);
        }

        _open.Peek().Items[^1].Add(block);
        return true;
    }

    public void Close(List<Block> blocks)
    {
        while (_open.Count > 0)
        {
            CloseTop(blocks);
        }
    }

    private static bool IsSameList(ListItem list, ListItem item) =>
        (list.Number is null) == (item.Number is null) && (item.Number is null || item.List == list.List);

    private void CloseTop(List<Block> blocks)
    {
        var list = _open.Pop().Build();
        if (_open.TryPeek(out var parent))
        {
            parent.Items[^1].Add(list);
        }
        else
        {
            blocks.Add(list);
        }
    }

    private sealed record OpenList(ListItem Item, SourcePosition Position)
    {
        public List<List<Block>> Items { get; } = [];

        public Block.Items Build() => new(Position, Item.Number, [.. Items.Select(i => new Block.Item(i[0].Position, [.. i]))]);
    }
}
