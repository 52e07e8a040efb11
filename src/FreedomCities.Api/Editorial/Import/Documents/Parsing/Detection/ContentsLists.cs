using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>Recognises contents lists: lines or links that repeat the questions, and lead to them.</summary>
internal static class ContentsLists
{
    public const string Reason = "contents list";

    /// <summary>Takes out the questions that are only in a contents list: those that come again, with an answer.</summary>
    public static DetectedQuestions Remove(DetectedQuestions found)
    {
        var entries = found.Entries;
        var keys = entries.Select(e => e.Key).ToArray();
        var leading = CountLeading(entries, keys);
        var answered = entries.Skip(leading).Where(e => e.HasAnswer).Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var isListed = entries.Select((e, i) => i < leading || (!e.HasAnswer && answered.Contains(keys[i]))).ToArray();
        return found with
        {
            Entries = [.. entries.Where((_, i) => !isListed[i])],
            LeftOut =
            [
                .. entries.Where((_, i) => isListed[i]).SelectMany(ToLeftOut),
                .. found.LeftOut,
            ],
        };
    }

    /// <summary>Takes out the blocks whose lines come again below, and are no sentences.</summary>
    public static (Block[] Blocks, LeftOut[] LeftOut) TakeOut(Block[] blocks)
    {
        var lines = blocks
            .Select(b => BlockText.Leaves(b).SelectMany(Lines).Where(l => !l.IsEmpty).Select(l => l.Text).ToArray())
            .ToArray();
        var last = lines.SelectMany((texts, i) => texts.Select(text => (Key: QuestionText.ToKey(text), Index: i)))
            .GroupBy(l => l.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(l => l.Index), StringComparer.Ordinal);
        var isListed = blocks.Select((block, i) => block is Block.Items or Block.Paragraph && lines[i].Length > 1
            && lines[i].Any(QuestionText.IsQuestion) && !lines[i].Any(l => l.TrimEnd() is [.., '.' or '。'])
            && lines[i].Count(l => last[QuestionText.ToKey(l)] > i) * 5 >= lines[i].Length * 4).ToArray();
        return (
            [.. blocks.Where((_, i) => !isListed[i])],
            [.. blocks.Where((_, i) => isListed[i]).Select(b => new LeftOut(b.Position, Reason, BlockText.Read([b])))]);
    }

    /// <summary>Whether every text of a block is a question or section of the document, or every link leads into it.</summary>
    public static bool IsContents(Block block, HashSet<string> keys)
    {
        var leaves = BlockText.Leaves(block).SelectMany(Lines).Where(l => !l.IsEmpty).ToArray();
        return leaves.Length > 0 && block is Block.Items or Block.Paragraph or Block.Table
            && leaves.Count(l => keys.Contains(QuestionText.ToKey(l.Text)) || LeadsInside(l)) * 5 >= leaves.Length * 4
            && (leaves.Length > 1 || LeadsInside(leaves[0]) || keys.Contains(QuestionText.ToKey(leaves[0].Text)));
    }

    /// <summary>Whether a text is only links within the document: "back to top".</summary>
    public static bool LeadsInside(Inline text) =>
        text.Runs.Any(r => r.Target is not null)
        && text.Runs.All(r => r.Target is ['#', _, ..] || !r.Text.Any(char.IsLetterOrDigit));

    private static IEnumerable<Inline> Lines(Inline text) => InlineLines.Split(text).Select(line => text.Slice(line));

    /// <summary>The number of questions at the beginning that come again and have no answers there.</summary>
    private static int CountLeading(DetectedEntry[] entries, string[] keys)
    {
        var again = Array.IndexOf(keys, keys.FirstOrDefault(), Math.Min(1, keys.Length));
        if (again < 2 || entries.Take(again - 1).Any(e => e.HasAnswer))
        {
            return 0;
        }

        var later = keys.Skip(again).ToHashSet(StringComparer.Ordinal);
        return keys.Take(again).Count(later.Contains) * 10 >= again * 7 ? again : 0;
    }

    private static IEnumerable<LeftOut> ToLeftOut(DetectedEntry entry) =>
    [
        new LeftOut(entry.Question.Position, Reason, entry.Question.Title.Text),
        .. entry.Answer
            .Select(b => new LeftOut(b.Position, "text before the first question", BlockText.Read([b])))
            .Where(l => l.Text.Trim().Length > 0),
    ];
}
