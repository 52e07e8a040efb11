using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>Writes a document's blocks as short lines, for comparison.</summary>
internal static class Outline
{
    public static string Write(SourceDocument document) => Write(document.Blocks);

    public static string Write(IEnumerable<Block> blocks) => string.Join('\n', blocks.SelectMany(b => Write(b, "")));

    /// <summary>What was left out: line, reason, text.</summary>
    public static string[] WriteLeftOut(SourceDocument document) => [.. document.LeftOut.Select(l => $"{l.Position.Number} {l.Reason}: {l.Text}")];

    public static string Write(Inline text) => string.Concat(text.Runs.Select(Write)).Replace(Inline.LineBreak, '/');

    private static IEnumerable<string> Write(IEnumerable<Block> blocks, string indent) => blocks.SelectMany(b => Write(b, indent));

    private static IEnumerable<string> Write(Block block, string indent) => block switch
    {
        Block.Heading heading => [$"{indent}h{heading.Level} {Write(heading.Content)}"],
        Block.Paragraph paragraph => [$"{indent}p {Write(paragraph.Content)}"],
        Block.Items list => list.All.SelectMany((item, i) => Write(item.Blocks, $"{indent}{(list.Start is { } start ? $"{start + i}." : "-")} ")),
        Block.Quote quote => Write(quote.Blocks, $"{indent}> "),
        Block.Code code => [$"{indent}code {code.Language}: {code.Text.Replace('\n', '/')}"],
        Block.Table table => table.Rows.Select((row, i) => indent + WriteRow(row, table.HasHeader && i == 0)),
        Block.Disclosure disclosure => [$"{indent}{disclosure.Kind}: {Write(disclosure.Summary)}", .. Write(disclosure.Body, $"{indent}  ")],
        Block.Rule => [$"{indent}---"],
        _ => [$"{indent}?"],
    };

    private static string WriteRow(Block.Row row, bool isHeader) =>
        $"{(isHeader ? "th" : "tr")} {string.Join(" | ", row.Cells.Select(c => string.Join(" ", Write(c, "").Select(l => l[2..]))))}";

    private static string Write(Run run)
    {
        var marked = run.Marks == Marks.None ? run.Text : $"{{{run.Marks} {run.Text}}}";
        var linked = run.Target is null ? marked : $"[{marked}]({run.Target})";
        return run.Note is null ? linked : $"{linked}[^{run.Note}]";
    }
}
