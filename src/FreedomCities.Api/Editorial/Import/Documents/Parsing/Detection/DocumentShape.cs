using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>Takes lists and tables away that only lay a document out.</summary>
internal static class DocumentShape
{
    private const int MaxLevel = 6;

    /// <summary>The blocks, with the content of lists whose items are disclosures or headings, and of tables with one column.</summary>
    public static Block[] Unwrap(Block[] blocks) => Join([.. blocks.SelectMany(Unwrap)]);

    /// <summary>Joins a bold line or heading with the one that continues its sentence.</summary>
    private static Block[] Join(List<Block> blocks)
    {
        for (var i = blocks.Count - 1; i > 0; i--)
        {
            var (first, second) = (FindTitle(blocks[i - 1]), FindTitle(blocks[i]));
            if (blocks[i - 1] is Block.Paragraph word && Markers.IsWord(word.Content.Text) && blocks[i] is Block.Paragraph text)
            {
                var mark = new Run($"{word.Content.Text.TrimEnd('.', ':', ' ')}: ");
                blocks[i] = text with { Content = new Inline([mark, .. text.Content.Runs]) };
                blocks.RemoveAt(i - 1);
            }
            else if (first is not null && second is not null && Continues(first.Text, second.Text) && IsSameKind(blocks[i - 1], blocks[i]))
            {
                Run blank = first.Runs[^1] with { Text = " ", Note = null };
                blocks[i - 1] = WithTitle(blocks[i - 1], new Inline([.. first.Runs, blank, .. second.Runs]));
                blocks.RemoveAt(i);
            }
        }

        return [.. blocks];
    }

    private static Inline? FindTitle(Block block) => block switch
    {
        Block.Heading heading => heading.Content,
        Block.Paragraph { Content: { IsEmpty: false } content }
            when InlineLines.FindStrongEnd(content, 0) == content.Text.Length => content,
        _ => null,
    };

    private static bool Continues(string first, string second) =>
        char.IsLower(second[0]) && first[^1] is not ('.' or ':' or ';' or '!')
            && !QuestionText.IsQuestion(first) && QuestionText.IsQuestion(second);

    private static bool IsSameKind(Block first, Block second) =>
        (first as Block.Heading)?.Level == (second as Block.Heading)?.Level;

    private static Block WithTitle(Block block, Inline title) => block switch
    {
        Block.Heading heading => heading with { Content = title },
        Block.Paragraph paragraph => paragraph with { Content = title },
        _ => block,
    };

    private static Block[] Unwrap(Block block) => block switch
    {
        Block.Items list when list.All.Count(i => i.Blocks.Any(IsEntry)) * 2 > list.All.Length =>
            Unwrap([.. list.All.SelectMany(i => i.Blocks)]),
        Block.Items list when list.All.All(HoldsQuestions) =>
            [.. list.All.SelectMany(i => Unwrap([ToHeading(i), .. i.Blocks[1..]]))],
        Block.Quote { Blocks: [Block.Paragraph question] } when QuestionText.IsQuestion(question.Content.Text.Split('\n')[0]) =>
            [question],
        Block.Table table when table.Rows.All(r => r.Cells.Length == 1) =>
            Unwrap([.. table.Rows.SelectMany(r => r.Cells[0])]),
        Block.Disclosure { Kind: not DisclosureKind.Item } outer
            when outer.Body.Any(IsNestedEntry) && !QuestionText.IsQuestion(outer.Summary.Text) =>
            // What is behind it is no part of its last answer.
            [new Block.Heading(outer.Position, 2, outer.Summary), .. Unwrap(outer.Body), new Block.Rule(outer.Position)],
        Block.Paragraph { Content.IsEmpty: true } => [],
        _ => [block],
    };

    private static Block.Heading ToHeading(Block.Item item) =>
        new(item.Position, MaxLevel, ((Block.Paragraph)item.Blocks[0]).Content);

    /// <summary>Whether an item names a section, and holds a list of questions.</summary>
    private static bool HoldsQuestions(Block.Item item) =>
        item.Blocks is [Block.Paragraph section, Block.Items list] && !QuestionText.IsQuestion(section.Content.Text)
            && list.All.All(i => i.Blocks is [Block.Paragraph question, ..] && Begins(question, i.Blocks.Length));

    /// <summary>Whether a paragraph is a question with an answer behind it, or begins with one.</summary>
    private static bool Begins(Block.Paragraph paragraph, int blocks) =>
        (blocks > 1 && QuestionText.IsQuestion(paragraph.Content.Text))
            || QuestionText.IsQuestion(paragraph.Content.Text[..InlineLines.FindStrongEnd(paragraph.Content, 0)]);

    private static bool IsEntry(Block block) => block is Block.Disclosure or Block.Heading;

    private static bool IsNestedEntry(Block block) => block switch
    {
        Block.Disclosure inner => QuestionText.IsQuestion(inner.Summary.Text),
        Block.Heading heading => QuestionText.IsQuestion(heading.Content.Text),
        Block.Items list => list.All.Any(i => i.Blocks.Any(IsNestedEntry)),
        _ => false,
    };
}
