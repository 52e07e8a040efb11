namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>
/// The text of a block: runs in which "\n" is a line's end in the source, and <see cref="LineBreak"/> one that readers see.
/// </summary>
internal sealed record Inline(Run[] Runs)
{
    public const char LineBreak = '\u2028';

    public static readonly Inline Empty = new([]);

    public string Text { get; } = string.Concat(Runs.Select(r => r.Text));

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Runs.All(r => r.Note is null);

    public static Inline FromText(string text) => new([new Run(text)]);

    /// <summary>The part between two offsets of <see cref="Text"/>, without white space at its ends.</summary>
    public Inline Slice(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Text.Length);
        var end = start + length;
        var notesEnd = end;
        while (start < end && IsBlank(Text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(Text[end - 1]))
        {
            end--;
        }

        return new Inline([.. Cut(start, end, notesEnd)]);
    }

    /// <summary>The runs between two offsets.</summary>
    public IEnumerable<Run> Cut(int start, int end) => Cut(start, end, end);

    /// <summary>White space, or a character without width that editors leave behind.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF';

    private IEnumerable<Run> Cut(int start, int end, int notesEnd)
    {
        var offset = 0;
        foreach (var run in Runs)
        {
            var (from, to) = (Math.Max(start - offset, 0), Math.Min(end - offset, run.Text.Length));
            if (from < to || (run.Note is not null && offset > start && offset <= notesEnd))
            {
                yield return run with { Text = from < to ? run.Text[from..to] : "" };
            }

            offset += run.Text.Length;
        }
    }
}
