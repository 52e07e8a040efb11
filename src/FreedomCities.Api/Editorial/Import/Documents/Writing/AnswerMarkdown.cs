using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Writing;

/// <summary>Writes blocks as Markdown, with their notes in brackets.</summary>
internal sealed class AnswerMarkdown
{
    private readonly Dictionary<string, Note> _notes;

    private AnswerMarkdown(IEnumerable<Note> notes) => _notes = notes.ToDictionary(n => n.Label, StringComparer.Ordinal);

    public static string Write(IReadOnlyList<Block> blocks, IEnumerable<Note> notes)
    {
        var writer = new AnswerMarkdown(notes.DistinctBy(n => n.Label, StringComparer.Ordinal));
        return writer.Write(blocks).Trim('\n');
    }

    private string Write(IReadOnlyList<Block> blocks)
    {
        var written = new List<string>();
        var isSecond = false;
        foreach (var (i, block) in blocks.Index())
        {
            isSecond = !isSecond && i > 0 && IsSameKind(blocks[i - 1], block);
            written.Add(block is Block.Items items ? WriteList(items, isSecond) : WriteBlock(block));
        }

        return string.Join("\n\n", written.Where(w => w.Length > 0));
    }

    /// <summary>Two lists in a row need different markers, or they would be one.</summary>
    private static bool IsSameKind(Block before, Block block) =>
        before is Block.Items first && block is Block.Items second && first.Start is null == second.Start is null;

    private string WriteBlock(Block block) => block switch
    {
        Block.Heading heading => $"{new string('#', Math.Clamp(heading.Level, 1, 6))} {WriteLine(heading.Content)}",
        Block.Paragraph paragraph => WriteInline(paragraph.Content),
        Block.Quote quote => Indent(Write(quote.Blocks), "> ", "> "),
        Block.Code code => WriteCode(code),
        Block.Table table => WriteTable(table),
        Block.Disclosure disclosure => WriteDisclosure(disclosure),
        Block.Item item => Write(item.Blocks),
        Block.Rule => "---",
        _ => "",
    };

    private string WriteInline(Inline inline) => MarkdownText.EscapeLines(InlineMarkdown.Write(inline, WriteReference));

    private string WriteLine(Inline inline) => InlineMarkdown.Write(inline, WriteReference, " ").Replace('\n', ' ');

    /// <summary>The text of a note in brackets, where the text first refers to it. Notes in it are dropped: they could be itself.</summary>
    private string WriteReference(string label) =>
        _notes.Remove(label, out var note)
            ? $" ({string.Join(' ', Flatten(note.Blocks).Select(i => InlineMarkdown.Write(i, _ => "", " ")))})"
            : "";

    private string WriteDisclosure(Block.Disclosure disclosure)
    {
        var summary = new Inline([.. disclosure.Summary.Runs.Select(r => r with { Marks = r.Marks | Marks.Strong })]);
        return $"{WriteInline(summary)}\n\n{Write(disclosure.Body)}".Trim('\n');
    }

    private string WriteList(Block.Items list, bool isSecond)
    {
        var isTight = list.All.All(i => i.Blocks is [] or [Block.Paragraph] or [Block.Paragraph, Block.Items]);
        var number = list.Start ?? 0;
        return string.Join(isTight ? "\n" : "\n\n", list.All.Select(item =>
        {
            var marker = list.Start is null ? (isSecond ? "* " : "- ") : $"{number++}{(isSecond ? ')' : '.')} ";
            var content = isTight && item.Blocks is [Block.Paragraph text, Block.Items inner]
                ? $"{WriteInline(text.Content)}\n{WriteList(inner, isSecond: false)}"
                : Write(item.Blocks);
            return Indent(content, marker, new string(' ', marker.Length));
        }));
    }

    private static string WriteCode(Block.Code code)
    {
        var fence = "```";
        while (code.Text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        var language = code.Language.Any(c => char.IsWhiteSpace(c) || c is '`' or '{') ? "" : code.Language;
        return $"{fence}{language}\n{code.Text.TrimEnd('\n')}\n{fence}";
    }

    private string WriteTable(Block.Table table)
    {
        var columns = table.Rows.Max(r => r.Cells.Length);
        var rows = table.Rows.Select(row => WriteRow(
            [.. row.Cells.Select(WriteCell), .. Enumerable.Repeat("", columns - row.Cells.Length)])).ToList();
        if (!table.HasHeader)
        {
            rows.Insert(0, WriteRow([.. Enumerable.Repeat("", columns)]));
        }

        rows.Insert(1, WriteRow([.. Enumerable.Repeat("---", columns)]));
        return string.Join('\n', rows);
    }

    private static string WriteRow(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private string WriteCell(Block[] blocks)
    {
        var lines = Flatten(blocks).Select(i => InlineMarkdown.Write(i, WriteReference, LineBreakTag).Replace('\n', ' '));
        return string.Join(LineBreakTag, lines.Where(l => l.Length > 0)).Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string LineBreakTag => Content.Faqs.Markdown.LineBreak;

    private static IEnumerable<Inline> Flatten(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Block.Heading heading => [heading.Content],
        Block.Paragraph paragraph => [paragraph.Content],
        Block.Items list => list.All.SelectMany((item, i) => Flatten(item.Blocks)),
        Block.Quote quote => Flatten(quote.Blocks),
        Block.Code code => [new Inline([new Run(code.Text.Trim(), Marks.Code)])],
        Block.Table table => table.Rows.SelectMany(r => r.Cells).SelectMany(Flatten),
        Block.Disclosure disclosure => Flatten(disclosure.Body).Prepend(disclosure.Summary),
        _ => [],
    });

    private static string Indent(string text, string first, string others) =>
        first + text.Replace("\n", "\n" + others, StringComparison.Ordinal)
            .Replace("\n" + others + "\n", "\n" + others.TrimEnd() + "\n", StringComparison.Ordinal);
}
