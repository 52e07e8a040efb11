using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Faqs;
using Markdig.Syntax;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The lines of a document that give other ways to ask a question, and the document as it reads without them.</summary>
/// <param name="Numbers">The number of each of Rest's lines in the document, from 1.</param>
internal sealed partial record AliasLines(string Rest, int[] Numbers, (int Line, string Alias)[] Taken)
{
    public static AliasLines Extract(string text)
    {
        var (kept, numbers, taken) = (new List<string>(), new List<int>(), new List<(int, string)>());
        var starts = Starts(text);
        var (start, afterAlias) = (0, false);
        foreach (var (i, line) in text.Split('\n').Index())
        {
            if (starts.Contains(start))
            {
                taken.Add((i + 1, Alias(line)));
                afterAlias = true;
            }
            else if (!afterAlias || line.Trim().Length > 0 || kept is [.., { } last] && last.Trim().Length > 0)
            {
                // Of the blank lines before and after an alias one is left.
                kept.Add(line);
                numbers.Add(i + 1);
                afterAlias = false;
            }

            start += line.Length + 1;
        }

        return new AliasLines(string.Join('\n', kept), [.. numbers], [.. taken]);
    }

    /// <summary>The other ways to ask that stand after one line and before another; null: none.</summary>
    public string[]? Between(int line, int next) =>
        Taken.Where(t => t.Line > line && t.Line < next).Select(t => t.Alias).ToArray() is { Length: > 0 } aliases ? aliases : null;

    public void RefuseBefore(int firstQuestion)
    {
        if (Taken.FirstOrDefault(t => t.Line < firstQuestion) is { Line: > 0 } lost)
        {
            throw new ImportException($"line {lost.Line}: \"{lost.Alias}\" is an alias before the first question. Put it below its question.");
        }
    }

    private static HashSet<int> Starts(string text)
    {
        var lines = Line().Matches(text);
        var code = lines.Count == 0 ? [] : Markdown.Parse(text).Descendants<CodeBlock>().Select(c => c.Span).ToArray();
        return [.. lines.Where(l => !code.Any(c => c.Start <= l.Index + l.Length && l.Index <= c.End)).Select(l => l.Index)];
    }

    private static string Alias(string line)
    {
        var words = Markdown.PlainText(line.Trim());
        return string.Join(' ', words[(words.IndexOf(':', StringComparison.Ordinal) + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"^[ \t]*([-*+][ \t]+)?[*_]{0,3}(Also asked|Tambi[ée]n se pregunta)[*_]{0,3}[ \t]*:.*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
