using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>Cuts a document at its headings. Those of the level with the most questions are the entries.</summary>
internal sealed class HeadingParts
{
    private readonly IReadOnlyList<Block> _blocks;
    private readonly (int Index, Block.Heading Item)[] _headings;
    private readonly int? _title;

    public HeadingParts(IReadOnlyList<Block> blocks)
    {
        _blocks = blocks;
        _headings =
        [
            .. blocks.Index()
                .Where(b => b.Item is Block.Heading { Content.IsEmpty: false })
                .Select(b => (b.Index, (Block.Heading)b.Item)),
        ];
        _title = FindTitle();
    }

    public int Count => _headings.Length;

    /// <summary>The level that is regular enough to be the entries' even without question marks; null: there is none.</summary>
    public int? RegularLevel =>
        _headings
            .Where(h => HasOwnContent(h.Index))
            .CountBy(h => h.Item.Level)
            .Where(level => level.Value > 1)
            .OrderByDescending(level => level.Value)
            .ThenBy(level => level.Key)
            .Select(level => (int?)level.Key)
            .FirstOrDefault();

    /// <summary>Whether at most one or two headings with text ask, and at least three times as many of their level don't.</summary>
    public bool AsksSeldom
    {
        get
        {
            var asked = _headings.Where(h => HasOwnContent(h.Index) && IsQuestion(h.Item)).ToArray();
            return asked.Length is 1 or 2
                && _headings.Count(h => HasOwnContent(h.Index) && h.Item.Level == asked[0].Item.Level) >= asked.Length * 4;
        }
    }

    /// <summary>The parts if all headings of a level are entries.</summary>
    public Part[] CutAt(int level) =>
        Cut(level, [.. _headings.Where(h => h.Item.Level == level && HasOwnContent(h.Index)).Select(h => h.Index)]);

    public Part[] Cut()
    {
        var questions = _headings.Where(h => IsQuestion(h.Item) && h.Index != _title).ToArray();
        if (questions.Length == 0)
        {
            return Cut(6, []);
        }

        var level = questions.GroupBy(q => q.Item.Level).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        return Cut(level, FindEntries(level));
    }

    private Part[] Cut(int level, HashSet<int> entries) =>
    [
        .. _blocks.Select((block, i) => block switch
        {
            Block.Heading heading when entries.Contains(i) =>
                new Part(PartKind.Question, heading.Position, heading.Content, [], heading.Level, IsMarked: true),
            Block.Heading heading when heading.Level <= level => Part.Section(heading),
            _ => Part.Content(block),
        }),
    ];

    /// <summary>
    /// The entries of a level, and questions above it that hold an answer and no other question. A heading without a question mark is an
    /// entry between questions, where most of its neighbours are questions.
    /// </summary>
    private HashSet<int> FindEntries(int level)
    {
        var entries = new HashSet<int>();
        foreach (var group in GroupBySection(level))
        {
            var asked = group.Index().Where(h => IsQuestion(h.Item.Item)).Select(h => h.Index).ToArray();
            var isMostly = asked.Length * 2 >= group.Count;
            entries.UnionWith(group
                .Where((heading, i) => IsQuestion(heading.Item) || (isMostly && i > asked[0] && (i < asked[^1] || MayAsk(heading, asked))))
                .Select(h => h.Index));
        }

        entries.UnionWith(_headings
            .Where((h, i) => h.Item.Level < level && h.Index != _title && IsQuestion(h.Item) && HasOwnContent(h.Index) && IsLeaf(i))
            .Select(h => h.Index));
        return entries;
    }

    /// <summary>Whether a heading behind the last question may be an entry, too: where there are few to tell from.</summary>
    private bool MayAsk((int Index, Block.Heading Item) heading, int[] asked) =>
        asked.Length < 3 && !ClosingWords.AsksReader(heading.Item.Content.Text) && !ClosingWords.IsClosing(heading.Item.Content.Text)
            && !_blocks.Skip(heading.Index + 1).TakeWhile(b => b is not Block.Heading).SelectMany(BlockText.Leaves).All(IsLink);

    private static bool IsLink(Inline text) => text.Runs.All(r => r.Target is not null || string.IsNullOrWhiteSpace(r.Text));

    private List<List<(int Index, Block.Heading Item)>> GroupBySection(int level)
    {
        var groups = new List<List<(int Index, Block.Heading Item)>> { new() };
        foreach (var heading in _headings.Where(h => h.Item.Level <= level && h.Index != _title))
        {
            if (heading.Item.Level < level)
            {
                groups.Add([]);
            }
            else
            {
                groups[^1].Add(heading);
            }
        }

        return [.. groups.Where(g => g.Any(h => IsQuestion(h.Item)))];
    }

    /// <summary>The first heading, if all others are below it and some of them ask.</summary>
    private int? FindTitle() =>
        _headings is [var first, _, ..] && _headings.Skip(1).All(h => h.Item.Level > first.Item.Level)
            && _headings.Skip(1).Any(h => IsQuestion(h.Item))
                ? first.Index
                : null;

    /// <summary>Whether no deeper heading below a heading asks.</summary>
    private bool IsLeaf(int heading) =>
        !_headings.Skip(heading + 1).TakeWhile(h => h.Item.Level > _headings[heading].Item.Level).Any(h => IsQuestion(h.Item));

    private bool HasOwnContent(int block) => block + 1 < _blocks.Count && _blocks[block + 1] is not Block.Heading;

    private static bool IsQuestion(Block.Heading heading) => QuestionText.IsQuestion(heading.Content.Text);
}
