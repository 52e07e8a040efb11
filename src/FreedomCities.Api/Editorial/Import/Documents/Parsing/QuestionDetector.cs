using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Faqs;
using Markdig.Syntax;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>Finds a document's questions: those of the strongest form in it.</summary>
internal static partial class QuestionDetector
{
    private const int MaxLength = 300;

    public static List<DetectedQuestion> FindAll(string text)
    {
        var candidates = Markdown.Parse(text).SelectMany(block => FindInBlock(block, text)).ToList();
        var form = candidates.Where(c => IsQuestion(c.Question)).Select(c => (QuestionForm?)c.Form).Min()
            ?? throw new ImportException(
                "The document has no question. " +
                "A question is a heading, a bold line, a line that starts with Q: or a number, or a paragraph, " +
                "and ends with a question mark.");
        return form == QuestionForm.Heading
            ? SelectLevel([.. candidates.Where(c => c.Form == form)])
            : [.. candidates.Where(c => c.Form == form && IsQuestion(c.Question))];
    }

    /// <summary>The plain text of the first heading; without one, of the first block, if it is a single line.</summary>
    public static string? FindTitleBlock(string front)
    {
        var blocks = Markdown.Parse(front);
        var title = (Block?)blocks.OfType<HeadingBlock>().FirstOrDefault() ?? blocks.FirstOrDefault() as ParagraphBlock;
        var source = title is null ? null : SourceText(title, front);
        return title is HeadingBlock || source?.Contains('\n', StringComparison.Ordinal) == false ? PlainText(source!) : null;
    }

    /// <summary>The headings of the level with the most questions. Higher levels are sections, lower ones belong to answers.</summary>
    private static List<DetectedQuestion> SelectLevel(List<DetectedQuestion> headings)
    {
        var questions = headings.Where(h => IsQuestion(h.Question)).ToList();
        var title = headings[0];
        if (headings.Count(h => h.Level == title.Level) == 1 && questions.Any(q => q.Level > title.Level))
        {
            headings.Remove(title);
            questions.Remove(title);
        }

        var level = questions.GroupBy(q => q.Level).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        return [.. headings
            .Where(h => h.Level <= level)
            .Select(h => h.Level == level && h.Question is not "" ? h : h with { Question = null })
            .SkipWhile(h => h.Question is null)];
    }

    private static IEnumerable<DetectedQuestion> FindInBlock(Block block, string text) => block switch
    {
        HeadingBlock heading =>
            [new(QuestionForm.Heading, heading.Level, block.Span.Start, EndOfLine(block, text), PlainText(SourceText(block, text)))],
        ParagraphBlock paragraph =>
        [
            .. FindInLines(paragraph, text),
            new(QuestionForm.Paragraph, 0, block.Span.Start, block.Span.End + 1, PlainText(SourceText(block, text))),
        ],
        ListBlock { IsOrdered: true } list => list.OfType<ListItemBlock>().SelectMany(item => FindInItem(item, text)),
        _ => [],
    };

    private static IEnumerable<DetectedQuestion> FindInLines(ParagraphBlock paragraph, string text)
    {
        var start = paragraph.Span.Start;
        foreach (var line in SourceText(paragraph, text).Split('\n'))
        {
            if (BoldLine().IsMatch(line.Trim()))
            {
                yield return new(QuestionForm.Bold, 0, start, start + line.Length, PlainText(line));
            }
            else if (RunIn().Match(line) is { Success: true } bold)
            {
                yield return new(QuestionForm.Bold, 0, start, start + bold.Length, PlainText(bold.Value));
            }
            else if (MarkedLine().IsMatch(line))
            {
                var length = QuestionLength(text.AsSpan(start..(paragraph.Span.End + 1)));
                yield return new(QuestionForm.Marked, 0, start, start + length, PlainText(text[start..(start + length)]));
            }

            start += line.Length + 1;
        }
    }

    private static IEnumerable<DetectedQuestion> FindInItem(ListItemBlock item, string text)
    {
        if (item.FirstOrDefault() is not ParagraphBlock paragraph)
        {
            yield break;
        }

        var start = paragraph.Span.Start;
        var end = start + QuestionLength(SourceText(paragraph, text));
        yield return new(QuestionForm.Marked, 0, item.Span.Start, end, PlainText(text[start..end]), Indent: start - item.Span.Start);
    }

    /// <summary>A question may have several lines: it ends at a question mark at the end of a line, or before an answer.</summary>
    private static int QuestionLength(ReadOnlySpan<char> paragraph)
    {
        var length = 0;
        foreach (var range in paragraph.Split('\n'))
        {
            var line = paragraph[range];
            if (length > MaxLength || (length > 0 && AnswerLine().IsMatch(line)))
            {
                break;
            }

            foreach (var answer in AnswerBehind().EnumerateMatches(line))
            {
                return range.Start.Value + answer.Index + 1;
            }

            length = range.End.Value;
            if (IsQuestion(line.ToString()))
            {
                break;
            }
        }

        return length;
    }

    /// <summary>The end of a heading's line. The span of its block may exclude the closing # characters.</summary>
    private static int EndOfLine(Block block, string text)
    {
        var end = text.IndexOf('\n', Math.Min(block.Span.End + 1, text.Length));
        return end < 0 ? text.Length : end;
    }

    private static string SourceText(Block block, string text) => text[block.Span.Start..(block.Span.End + 1)];

    private static string PlainText(string markdown)
    {
        var text = Spaces().Replace(Markdown.PlainText(Number().Replace(markdown, "")), " ").Trim();
        return Number().Replace(text, "");
    }

    private static bool IsQuestion(string? text) => text is { Length: <= MaxLength } && Ending().IsMatch(text);

    // A bold question with its answer on the same line.
    [GeneratedRegex(
        """\A\s*(?<mark>\*\*|__)(?!\s)((?!\k<mark>).)+?[?؟？]["”’»)\p{Cf}]*\k<mark>(?=\s+\S)""",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RunIn();

    [GeneratedRegex(
        @"[?؟？]\s+(\*\*|__)?(A|R|Answer|Respuesta)\s*[0-9]*\s*[:.)]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerBehind();

    [GeneratedRegex("""[?؟？]["”’»)\]*_\s\p{Cf}]*\z""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A(?<mark>\*\*|__)(?!\s)((?!\k<mark>).)+\k<mark>\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoldLine();

    [GeneratedRegex(
        @"\A\s*(\*\*|__)?(Q\s*[0-9]*\s*[:.)]|P\s*[0-9]*\s*:|(Question|Pregunta)\s*[0-9]*\s*[:.)])(\*\*|__)?\s+\S",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkedLine();

    [GeneratedRegex(
        @"\A\s*(\*\*|__)?(A|R|Answer|Respuesta)\s*[0-9]*\s*[:.)](\*\*|__)?\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerLine();

    [GeneratedRegex(
        @"\A\s*([0-9]{1,3}\s*[.):]|Q\s*[0-9]*\s*[:.)]|P\s*[0-9]*\s*:|(Question|Pregunta)\s*[0-9]*\s*[:.)])\s+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
