using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Boxes;

/// <summary>
/// Marks the boxes that site generators fold up, all alike: {{&lt; details "…" >}}, ::: details …, ??? question "…",
/// &lt;Accordion title="…">.
/// </summary>
internal sealed class FoldableBoxes
{
    /// <summary>The character of the fences, which no text has.</summary>
    public const char Fence = '\uE000';

    private const int LongestFence = 40;
    private const int ShortestFence = 3;

    private readonly string[] _lines;
    private readonly Dictionary<string, int> _lastEnds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<Box> _open = [];
    private readonly List<string> _written = [];
    private readonly CodeFences _code = new();

    private FoldableBoxes(string text)
    {
        _lines = text.Split('\n');
        foreach (var (i, line) in _lines.Index())
        {
            foreach (Match end in BoxSyntax.End().Matches(line))
            {
                _lastEnds[end.Groups["name"].Value] = i;
            }

            if (IsColons(line))
            {
                _lastEnds[""] = i;
            }
        }
    }

    /// <returns>The marked text, and the line of the source, from 0, of each of its lines.</returns>
    public static (string Text, int[] Lines) Mark(string text) => BoxSyntax.Opening().IsMatch(text) || BoxSyntax.OneLine().IsMatch(text)
        ? new FoldableBoxes(text).Mark()
        : (text, [.. Enumerable.Range(0, text.Count(c => c == '\n') + 1)]);

    private (string Text, int[] Lines) Mark()
    {
        var lines = new List<int>();
        foreach (var (i, line) in _lines.Index())
        {
            EndIndented(line);
            Write(line, i);
            lines.AddRange(Enumerable.Repeat(i, _written.Count - lines.Count));
        }

        EndIndented("end");
        lines.AddRange(Enumerable.Repeat(_lines.Length - 1, _written.Count - lines.Count));
        return (string.Join('\n', _written), [.. lines]);
    }

    private void Write(string line, int index)
    {
        if (_code.Contains(line))
        {
            _written.Add(Dedent(line));
        }
        else if (FindOpening(line, index) is { } box)
        {
            _written.Add(box.IsFolded ? $"{new string(Fence, box.Length)}details {box.Title}" : box.Title);
            _open.Push(box);
        }
        else if (_open.TryPeek(out var top) && top.Name is not null && FindEnd(line, top.Name) is { } end)
        {
            WriteEnd(line[..end]);
        }
        else
        {
            WriteText(line);
        }
    }

    private void WriteText(string line)
    {
        var box = BoxSyntax.OneLine().Match(line);
        if (box.Success && line.Trim().Length == box.Length)
        {
            var fence = new string(Fence, ShortestFence);
            _written.AddRange([$"{fence}details {box.Groups["title"].Value}", box.Groups["body"].Value, fence]);
        }
        else
        {
            _written.Add(Dedent(line));
        }
    }

    private void WriteEnd(string before)
    {
        if (before.Trim().Length > 0)
        {
            _written.Add(Dedent(before));
        }

        _written.Add(new string(Fence, _open.Pop().Length));
    }

    private Box? FindOpening(string line, int index)
    {
        var match = BoxSyntax.Opening().Match(line);
        var title = match.Groups["title"].Value.Trim();
        if (match.Groups["note"].Success)
        {
            title = title.Length == 0 ? "" : $"**{title}**";
            return new Box(null, title, 0) { Indent = match.Groups["indent"].Length + 4, Start = _written.Count };
        }

        if (!match.Success || title.Length == 0 || _open.Count >= LongestFence - ShortestFence)
        {
            return null;
        }

        var indent = match.Groups["indent"].Length;
        var name = match.Groups["name"].Value;
        var length = LongestFence - _open.Count;
        if (match.Groups["indented"].Success)
        {
            return new Box(null, title, length) { Indent = indent + 4, Start = _written.Count };
        }

        var isKnown = QuestionText.IsQuestion(title) || BoxSyntax.KnownName().IsMatch(name);
        return isKnown && _lastEnds.GetValueOrDefault(name, -1) > index ? new Box(name, title, length) : null;
    }

    /// <summary>Where the end of a box begins in a line; null: it has none.</summary>
    private static int? FindEnd(string line, string name)
    {
        if (name.Length == 0)
        {
            return IsColons(line) ? 0 : null;
        }

        var end = BoxSyntax.End().Match(line);
        return end.Success && end.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase) ? end.Index : null;
    }

    private static bool IsColons(string line) => line.Trim() is [':', ':', ':', ..] fence && fence.All(c => c == ':');

    /// <summary>Ends the boxes whose text is indented, at a line that isn't. The fence takes the place of a blank line.</summary>
    private void EndIndented(string line)
    {
        while (_open.TryPeek(out var box) && box.Name is null && line.Trim().Length > 0 && CountIndent(line) < box.Indent)
        {
            _open.Pop();
            var fence = new string(Fence, box.Length);
            if (!box.IsFolded)
            {
                continue;
            }

            if (_written.Count > box.Start + 1 && string.IsNullOrWhiteSpace(_written[^1]))
            {
                _written[^1] = fence;
            }
            else
            {
                _written.Add(fence);
            }
        }
    }

    /// <summary>A line without the indentation of its box: that of the first line in it.</summary>
    private string Dedent(string line)
    {
        if (!_open.TryPeek(out var box) || line.Trim().Length == 0)
        {
            return line;
        }

        box.Indent ??= CountIndent(line);
        return line[Math.Min(box.Indent.Value, CountIndent(line))..];
    }

    private static int CountIndent(string line) => line.Length - line.TrimStart().Length;

    /// <param name="Name">What its end says; empty: a fence of colons; null: its text is indented.</param>
    /// <param name="Length">Of its fence: the outer one's is longer.</param>
    private sealed record Box(string? Name, string Title, int Length)
    {
        public int? Indent { get; set; }

        /// <summary>False: a note, which is only indented.</summary>
        public bool IsFolded => Length > 0;

        /// <summary>The number of lines before it.</summary>
        public int Start { get; init; }
    }
}
