using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>The lines of a paragraph.</summary>
internal static class InlineLines
{
    /// <summary>The offsets of each line, without its end.</summary>
    public static List<Range> Split(Inline inline)
    {
        var (lines, start) = (new List<Range>(), 0);
        for (var i = 0; i <= inline.Text.Length; i++)
        {
            if (i == inline.Text.Length || inline.Text[i] is '\n' or Inline.LineBreak)
            {
                lines.Add(start..i);
                start = i + 1;
            }
        }

        return lines;
    }

    /// <summary>The position of a line of a paragraph.</summary>
    public static SourcePosition Locate(Block.Paragraph paragraph, int offset) =>
        paragraph.Position with { Number = paragraph.Position.Number + paragraph.Content.Text.AsSpan(0, offset).Count('\n') };

    /// <summary>The end of the strong text that begins at an offset; the offset itself: it isn't strong.</summary>
    public static int FindStrongEnd(Inline inline, int start)
    {
        var (offset, end) = (0, start);
        foreach (var run in inline.Runs)
        {
            var next = offset + run.Text.Length;
            var isStrong = run.Marks.HasFlag(Marks.Strong);
            if (next > end && offset <= end)
            {
                if (!isStrong && !string.IsNullOrWhiteSpace(run.Text[Math.Max(end - offset, 0)..]))
                {
                    break;
                }

                end = next;
            }

            offset = next;
        }

        while (end > start && char.IsWhiteSpace(inline.Text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
