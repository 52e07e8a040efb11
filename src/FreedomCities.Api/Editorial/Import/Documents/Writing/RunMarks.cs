using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Writing;

/// <summary>
/// Narrows marked text so that CommonMark reads its delimiters: neither white space nor, beside a letter, punctuation within.
/// </summary>
internal static class RunMarks
{
    public static Run[] Hug(Run[] runs)
    {
        var characters = runs.SelectMany((run, i) => run.Text.Select(c => (Character: c, Run: i))).ToArray();
        var marks = characters.Select(c => runs[c.Run].Marks).ToArray();
        foreach (var mark in new[] { Marks.Strike, Marks.Strong, Marks.Emphasis })
        {
            for (var start = 0; start < marks.Length; start++)
            {
                if (marks[start].HasFlag(mark))
                {
                    var end = start;
                    while (end < marks.Length && marks[end].HasFlag(mark))
                    {
                        end++;
                    }

                    Narrow(characters, marks, mark, start, end);
                    start = end;
                }
            }
        }

        return Join(runs, characters, marks);
    }

    private static void Narrow((char Character, int Run)[] text, Marks[] marks, Marks mark, int start, int end)
    {
        var (from, to) = (start, end);
        while (from < to && CantOpen(Before(text, from), text[from].Character))
        {
            marks[from++] &= ~mark;
        }

        while (to > from && CantOpen(After(text, to), text[to - 1].Character))
        {
            marks[--to] &= ~mark;
        }
    }

    private static char Before((char Character, int Run)[] text, int i) => i > 0 ? text[i - 1].Character : ' ';

    private static char After((char Character, int Run)[] text, int i) => i < text.Length ? text[i].Character : ' ';

    /// <summary>Whether a delimiter between an outer and an inner character can't open or, mirrored, close.</summary>
    private static bool CantOpen(char outer, char inner) =>
        char.IsWhiteSpace(inner) || (IsPunctuation(inner) && !char.IsWhiteSpace(outer) && !IsPunctuation(outer));

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private static Run[] Join(Run[] runs, (char Character, int Run)[] text, Marks[] marks)
    {
        var joined = new List<Run>();
        var next = 0;
        for (var run = 0; run < runs.Length; run++)
        {
            if (runs[run].Note is not null)
            {
                joined.Add(runs[run]);
            }

            while (next < text.Length && text[next].Run == run)
            {
                var start = next;
                while (next < text.Length && text[next].Run == run && marks[next] == marks[start])
                {
                    next++;
                }

                joined.Add(runs[run] with { Text = string.Concat(text[start..next].Select(c => c.Character)), Marks = marks[start] });
            }
        }

        return [.. joined];
    }
}
