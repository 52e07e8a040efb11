using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>Finds the lines that are other ways to ask a question: "Also asked: …".</summary>
internal static partial class AliasLines
{
    /// <summary>The blocks, with these lines in blocks of their own.</summary>
    public static Block[] Mark(IEnumerable<Block> blocks) => [.. blocks.SelectMany(Mark)];

    private static Block[] Mark(Block block) => block switch
    {
        Block.Paragraph paragraph when Line().IsMatch(paragraph.Content.Text) => [.. Cut(paragraph)],
        Block.Items list when BlockText.Lines(list).Any(l => Line().IsMatch(l)) => Cut(list),
        Block.Disclosure disclosure => [disclosure with { Body = Mark(disclosure.Body) }],
        _ => [block],
    };

    private static IEnumerable<Block> Cut(Block.Paragraph paragraph)
    {
        var (text, start) = (paragraph.Content.Text, 0);
        foreach (Match line in Line().Matches(text))
        {
            if (paragraph.Content.Slice(start..line.Index) is { IsEmpty: false } before)
            {
                yield return new Block.Paragraph(InlineLines.Locate(paragraph, start), before);
            }

            yield return new AliasBlock(InlineLines.Locate(paragraph, line.Index), [Collapse(line.Groups["alias"].Value)]);
            start = Math.Min(line.Index + line.Length + 1, text.Length);
        }

        if (paragraph.Content.Slice(start..) is { IsEmpty: false } rest)
        {
            yield return new Block.Paragraph(InlineLines.Locate(paragraph, start), rest);
        }
    }

    private static Block[] Cut(Block.Items list)
    {
        var items = list.All.Select(item => item with { Blocks = Mark(item.Blocks) }).ToArray();
        var aliases = items.SelectMany(i => i.Blocks).OfType<AliasBlock>().SelectMany(a => a.Aliases).ToArray();
        var rest = items.Where(i => i.Blocks is not [AliasBlock]).ToArray();
        Block[] all = rest.Length == 0 ? [] : [list with { All = rest }];
        return items.Any(i => i.Blocks is [AliasBlock]) ? [.. all, new AliasBlock(list.Position, aliases)] : all;
    }

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(
        @"(?<=^|\u2028)[ \t]*(Also asked|Tambi[ée]n se pregunta)[ \t]*:(?<alias>[^\n\u2028]*)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Line();
}
