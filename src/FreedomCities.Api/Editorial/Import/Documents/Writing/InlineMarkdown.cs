using System.Text;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Writing;

/// <summary>Writes runs of text as Markdown: always the same for the same runs, whatever format they come from.</summary>
internal sealed class InlineMarkdown
{
    private static readonly (Marks Mark, string Delimiter)[] Delimiters =
        [(Marks.Strike, "~~"), (Marks.Strong, "**"), (Marks.Emphasis, "*")];

    private readonly StringBuilder _text = new();
    private readonly Func<string, string> _note;
    private readonly string _lineBreak;

    private InlineMarkdown(Func<string, string> note, string lineBreak) => (_note, _lineBreak) = (note, lineBreak);

    /// <param name="note">The mark of a note with a label.</param>
    /// <param name="lineBreak">What is written for a line break that readers see.</param>
    public static string Write(Inline inline, Func<string, string> note, string lineBreak = "\\\n")
    {
        var writer = new InlineMarkdown(note, lineBreak);
        writer.Write(RunMarks.Hug(LiteralLinks.Link(inline).Runs));
        return writer._text.ToString().Trim('\n', ' ', '\t');
    }

    private void Write(Run[] runs)
    {
        for (var i = 0; i < runs.Length;)
        {
            var target = runs[i].Target;
            var same = runs[i..].TakeWhile(r => r.Target == target && (target is not null || r.Note is null)).ToArray();
            if (runs[i].Note is { } note)
            {
                _text.Append(_note(note));
                i++;
            }
            else if (target is null)
            {
                WriteMarked(same, isLabel: false);
                i += same.Length;
            }
            else
            {
                WriteLink(same, target);
                i += same.Length;
            }
        }
    }

    private void WriteLink(Run[] runs, string target)
    {
        var text = string.Concat(runs.Select(r => r.Text));
        if (IsBare(text, target) && runs.All(r => r.Marks == Marks.None))
        {
            _text.Append('<').Append(text).Append('>');
            return;
        }

        var (start, end) = (text.Length - text.TrimStart().Length, text.TrimEnd().Length);
        if (start >= end)
        {
            _text.Append(text);
            return;
        }

        _text.Append(' ', start > 0 ? 1 : 0).Append('[');
        WriteMarked(new Inline(runs).Slice(..).Runs, isLabel: true);
        _text.Append("](").Append(EscapeTarget(target)).Append(')').Append(' ', end < text.Length ? 1 : 0);
    }

    private static bool IsBare(string text, string target) =>
        (text == target && target.Contains("://", StringComparison.Ordinal)
            || (target == $"mailto:{text}" && text.Contains('@', StringComparison.Ordinal) && text.All(char.IsAscii)))
        && !text.Any(c => char.IsWhiteSpace(c) || c is '<' or '>');

    private static string EscapeTarget(string target)
    {
        var clean = target.Trim().Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        return clean.Any(c => c is ' ' or '(' or ')' or '<' or '>' or '\\' or '\t' || char.IsControl(c))
            ? $"<{clean.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>"
            : clean;
    }

    private void WriteMarked(Run[] runs, bool isLabel)
    {
        var open = new Stack<(Marks Mark, string Delimiter)>();
        foreach (var run in runs)
        {
            while (open.Any(o => !run.Marks.HasFlag(o.Mark)))
            {
                _text.Append(open.Pop().Delimiter);
            }

            foreach (var delimiter in Delimiters.Where(d => run.Marks.HasFlag(d.Mark) && !open.Contains(d)))
            {
                open.Push(delimiter);
                _text.Append(delimiter.Delimiter);
            }

            _text.Append(WriteText(run, isLabel));
        }

        while (open.TryPop(out var last))
        {
            _text.Append(last.Delimiter);
        }
    }

    private string WriteText(Run run, bool isLabel)
    {
        if (run.Marks.HasFlag(Marks.Code))
        {
            return WriteCode(run.Text.Replace(Inline.LineBreak, ' ').Replace('\n', ' '));
        }

        var text = MarkdownText.Escape(Scripts.ToUnicode(run), isLabel);
        return text.Replace(Inline.LineBreak.ToString(), _lineBreak, StringComparison.Ordinal);
    }

    private static string WriteCode(string code)
    {
        var longest = code.Split(code.Where(c => c != '`').Distinct().ToArray()).Max(ticks => ticks.Length);
        var fence = new string('`', longest + 1);
        var padding = code is ['`', ..] or [.., '`'] ? " " : "";
        return $"{fence}{padding}{code}{padding}{fence}";
    }
}
