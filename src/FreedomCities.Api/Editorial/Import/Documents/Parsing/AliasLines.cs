using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Faqs;
using Markdig.Syntax;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>The lines of a document that are aliases of a question, and the text without them.</summary>
/// <param name="LineNumbers">For each line of Text, its number in the document, from 1.</param>
internal sealed partial record AliasLines(string Text, int[] LineNumbers, (int Line, string Alias)[] Aliases)
{
    public static AliasLines Extract(string text)
    {
        var (lines, lineNumbers, aliases) = (new List<string>(), new List<int>(), new List<(int, string)>());
        var offsets = FindOffsets(text);
        var (offset, isAfterAlias) = (0, false);
        foreach (var (i, line) in text.Split('\n').Index())
        {
            if (offsets.Contains(offset))
            {
                aliases.Add((i + 1, ParseAlias(line)));
                isAfterAlias = true;
            }
            else if (!isAfterAlias || line.Trim().Length > 0 || lines is [.., { } last] && last.Trim().Length > 0)
            {
                // One of the blank lines around an alias stays.
                lines.Add(line);
                lineNumbers.Add(i + 1);
                isAfterAlias = false;
            }

            offset += line.Length + 1;
        }

        return new AliasLines(string.Join('\n', lines), [.. lineNumbers], [.. aliases]);
    }

    /// <summary>The aliases between two lines; null: there are none.</summary>
    public string[]? Between(int line, int next)
    {
        var aliases = Aliases.Where(a => a.Line > line && a.Line < next).Select(a => a.Alias).ToArray();
        return aliases.Length > 0 ? aliases : null;
    }

    public void EnsureNoneBefore(int firstQuestion)
    {
        if (Aliases.FirstOrDefault(a => a.Line < firstQuestion) is { Line: > 0 } first)
        {
            throw new ImportException(
                $"line {first.Line}: \"{first.Alias}\" is an alias before the first question. Put it below its question.");
        }
    }

    private static HashSet<int> FindOffsets(string text)
    {
        var lines = Line().Matches(text);
        var code = lines.Count == 0 ? [] : Markdown.Parse(text).Descendants<CodeBlock>().Select(c => c.Span).ToArray();
        return [.. lines.Where(l => !code.Any(c => c.Start <= l.Index + l.Length && l.Index <= c.End)).Select(l => l.Index)];
    }

    private static string ParseAlias(string line)
    {
        var text = Markdown.PlainText(line.Trim());
        var alias = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return string.Join(' ', alias.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(
        @"^[ \t]*([-*+][ \t]+)?[*_]{0,3}(Also asked|Tambi[ée]n se pregunta)[*_]{0,3}[ \t]*:.*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
