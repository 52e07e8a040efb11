using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>Cuts a paragraph where questions begin in it.</summary>
internal static partial class ParagraphParts
{
    /// <summary>Strong questions at the beginnings of lines. What follows up to the next is the answer.</summary>
    public static Part[]? CutBold(Block.Paragraph paragraph) => Cut(paragraph, start => FindBold(paragraph.Content, start));

    /// <summary>Lines with a question's marker.</summary>
    public static Part[]? CutMarked(Block.Paragraph paragraph, Markers markers) =>
        Cut(paragraph, start => FindMarked(paragraph.Content.Text, start, markers), isMarked: true);

    /// <summary>A paragraph that is a question, or whose first line is one.</summary>
    public static Part[]? CutPlain(Block.Paragraph paragraph)
    {
        var (text, lines) = (paragraph.Content.Text, InlineLines.Split(paragraph.Content));
        if (lines.Count > 1 && lines.All(line => QuestionText.IsQuestion(text[line])))
        {
            return null;
        }

        if (QuestionText.IsQuestion(text))
        {
            return Cut(paragraph, start => start == 0 ? (0, text.Length) : null);
        }

        return Cut(paragraph, start => start == 0 && QuestionText.IsQuestion(text[lines[0]]) ? (0, lines[0].End.Value) : null);
    }

    /// <summary>The length of a question that may have several lines: it ends at a question mark, or before an answer.</summary>
    public static int QuestionLength(string text, Markers markers)
    {
        var length = 0;
        foreach (var line in text.Split('\n', Inline.LineBreak))
        {
            if (length > QuestionText.MaxLength || (length > 0 && markers.AnswerLength(line) > 0))
            {
                break;
            }

            if (markers.FindAnswer(line) is > 0 and var answer)
            {
                return length + answer;
            }

            length += line.Length + 1;
            if (QuestionText.IsQuestion(line))
            {
                break;
            }

            if (FindAsked(text[..Math.Min(length, text.Length)], markers) is { } asked)
            {
                return asked;
            }
        }

        return Math.Min(length, text.Length);
    }

    /// <summary>The length of the sentences at the beginning that ask, where others follow them; null: none do.</summary>
    private static int? FindAsked(string text, Markers markers)
    {
        var start = markers.QuestionLength(text);
        start += QuestionText.SplitMarker(text[start..], isNumbered: false).Marker.Length;
        int? asked = null;
        foreach (var end in SentenceEnd().EnumerateMatches(text.AsSpan(Math.Min(start, text.Length))))
        {
            var length = start + end.Index + end.Length;
            if (length > QuestionText.MaxLength || !QuestionText.IsQuestion(text[..length]))
            {
                break;
            }

            asked = length;
        }

        return asked < text.TrimEnd().Length ? asked : null;
    }

    [GeneratedRegex(@"[.!?؟？。！፧][""”’»)]*(\s+|(?<=[？。！፧]))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SentenceEnd();

    private static Part[]? Cut(Block.Paragraph paragraph, Func<int, (int Start, int End)?> find, bool isMarked = false)
    {
        var questions = new List<(int Start, int End)>();
        foreach (var line in InlineLines.Split(paragraph.Content))
        {
            if ((questions.Count == 0 || line.Start.Value >= questions[^1].End) && find(line.Start.Value) is { } found)
            {
                questions.Add(found);
            }
        }

        if (questions.Count == 0)
        {
            return null;
        }

        var parts = new List<Part>();
        if (paragraph.Content.Slice(..questions[0].Start) is { IsEmpty: false } before)
        {
            parts.Add(Part.Content(paragraph with { Content = before }));
        }

        foreach (var (i, (start, end)) in questions.Index())
        {
            var next = i + 1 < questions.Count ? questions[i + 1].Start : paragraph.Content.Text.Length;
            var rest = paragraph.Content.Slice(Math.Min(end, next)..next);
            var answer = new Block.Paragraph(InlineLines.Locate(paragraph, Math.Min(end, next)), rest);
            parts.Add(new Part(
                PartKind.Question, InlineLines.Locate(paragraph, start), paragraph.Content.Slice(start..end), rest.IsEmpty ? [] : [answer],
                IsMarked: isMarked));
        }

        return [.. parts];
    }

    private static (int Start, int End)? FindBold(Inline content, int start)
    {
        var text = content.Text;
        var strong = start + QuestionText.SplitMarker(text[start..LineEnd(text, start)], isNumbered: false).Marker.Length;
        foreach (var from in new[] { start, Math.Min(strong, text.Length) })
        {
            var end = InlineLines.FindStrongEnd(content, from);
            while (end > from && end < text.Length && text[end] is '?' or '؟' or '？' or ':' or ';')
            {
                end++;
            }

            for (; end > from; end = text.LastIndexOfAny(['\n', Inline.LineBreak], end - 1, end - from))
            {
                if (QuestionText.IsQuestion(text[from..end]))
                {
                    return (start, end);
                }
            }
        }

        return null;
    }

    private static (int Start, int End)? FindMarked(string text, int start, Markers markers)
    {
        var line = text[start..LineEnd(text, start)];
        var isNumbered = QuestionText.HasNumber(line);
        if (markers.QuestionLength(line) == 0 && !isNumbered)
        {
            return null;
        }

        var end = start + QuestionLength(text[start..], markers);
        return isNumbered && !QuestionText.IsQuestion(text[start..end]) ? null : (start, end);
    }

    private static int LineEnd(string text, int start) =>
        text.IndexOfAny(['\n', Inline.LineBreak], start) is var end and >= 0 ? end : text.Length;
}
