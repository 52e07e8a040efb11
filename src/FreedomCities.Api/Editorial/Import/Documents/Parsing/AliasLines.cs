using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>Takes the lines out of an answer that are other ways to ask its question.</summary>
internal static partial class AliasLines
{
    /// <returns>The blocks without these lines, and the aliases.</returns>
    public static (Block[] Blocks, string[] Aliases) Extract(IEnumerable<Block> blocks)
    {
        var aliases = new List<string>();
        return ([.. blocks.Select(b => Remove(b, aliases)).OfType<Block>()], [.. aliases]);
    }

    public static string? Find(IEnumerable<Block> blocks) => Extract(blocks).Aliases.FirstOrDefault();

    private static Block? Remove(Block block, List<string> aliases) => block switch
    {
        Block.Paragraph paragraph => Remove(paragraph, aliases),
        Block.Items list => Remove(list, aliases),
        _ => block,
    };

    private static Block.Paragraph? Remove(Block.Paragraph paragraph, List<string> aliases)
    {
        var text = paragraph.Content.Text;
        var lines = InlineLines.Split(paragraph.Content);
        var rest = lines.Where(line => !IsAlias(text[line], aliases)).ToArray();
        if (rest.Length == lines.Count)
        {
            return paragraph;
        }

        var runs = rest.SelectMany((line, i) => paragraph.Content.Slice(line).Runs.Prepend(new Run(i == 0 ? "" : "\n")));
        return rest.Length == 0 ? null : paragraph with { Content = new Inline([.. runs.Where(r => r.Text.Length > 0 || r.Note is not null)]) };
    }

    private static Block.Items? Remove(Block.Items list, List<string> aliases)
    {
        var rest = list.All.Where(item => item.Blocks is not [Block.Paragraph only] || !IsAlias(only.Content.Text, aliases)).ToArray();
        return rest.Length == 0 ? null : list with { All = rest };
    }

    private static bool IsAlias(string line, List<string> aliases)
    {
        var match = Line().Match(line);
        if (match.Success)
        {
            aliases.Add(string.Join(' ', match.Groups["alias"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }

        return match.Success;
    }

    [GeneratedRegex(
        @"\A\s*(Also asked|Tambi[ée]n se pregunta)\s*:(?<alias>.*)\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
