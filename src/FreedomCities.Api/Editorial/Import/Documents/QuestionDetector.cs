using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Faqs;
using Markdig.Syntax;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>How a document sets its questions apart, the strongest first.</summary>
internal enum QuestionForm
{
    Heading,
    Bold,
    Marked,
    Paragraph,
}

/// <summary>Where a question stands in a document.</summary>
/// <param name="Question">Its words as plain text; null: a heading over questions, which only ends the answer before it.</param>
/// <param name="Indent">How far its answer is indented, in a list.</param>
internal sealed record DetectedQuestion(QuestionForm Form, int Level, int Start, int End, string? Question, int Indent = 0);

/// <summary>Finds a document's questions, all of the strongest form that is there.</summary>
internal static partial class QuestionDetector
{
    private const int MaxLength = 300;

    public static List<DetectedQuestion> FindAll(string text)
    {
        var marks = Markdown.Parse(text).SelectMany(block => FindIn(block, text)).ToList();
        var form = marks.Where(m => IsQuestion(m.Question)).Select(m => (QuestionForm?)m.Form).Min()
            ?? throw new ImportException("The document has no question. A question is a heading, a bold line, a line that starts with Q: or a number, or a paragraph, and ends with a question mark.");
        return form == QuestionForm.Heading
            ? OfLevel([.. marks.Where(m => m.Form == form)])
            : [.. marks.Where(m => m.Form == form && IsQuestion(m.Question))];
    }

    /// <summary>The words of the heading, or else of the first block if it is a single line.</summary>
    public static string? TitleBlock(string front)
    {
        var blocks = Markdown.Parse(front);
        var title = (Block?)blocks.OfType<HeadingBlock>().FirstOrDefault() ?? blocks.FirstOrDefault() as ParagraphBlock;
        return title is not null && Source(title, front) is var source && (title is HeadingBlock || !source.Contains('\n', StringComparison.Ordinal))
            ? Words(source)
            : null;
    }

    /// <summary>The level with the most questions holds them all; a higher one is of sections, a lower one belongs to an answer.</summary>
    private static List<DetectedQuestion> OfLevel(List<DetectedQuestion> headings)
    {
        var questions = headings.Where(h => IsQuestion(h.Question)).ToList();
        if (headings[0] is var title && headings.Count(h => h.Level == title.Level) == 1 && questions.Any(q => q.Level > title.Level))
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

    private static IEnumerable<DetectedQuestion> FindIn(Block block, string text) => block switch
    {
        HeadingBlock heading => [new(QuestionForm.Heading, heading.Level, block.Span.Start, EndOfLine(block, text), Words(Source(block, text)))],
        ParagraphBlock paragraph => [.. OfLines(paragraph, text), new(QuestionForm.Paragraph, 0, block.Span.Start, block.Span.End + 1, Words(Source(block, text)))],
        ListBlock { IsOrdered: true } list => list.OfType<ListItemBlock>().SelectMany(item => OfItem(item, text)),
        _ => [],
    };

    private static IEnumerable<DetectedQuestion> OfLines(ParagraphBlock paragraph, string text)
    {
        var start = paragraph.Span.Start;
        foreach (var line in Source(paragraph, text).Split('\n'))
        {
            if (BoldLine().IsMatch(line.Trim()))
            {
                yield return new(QuestionForm.Bold, 0, start, start + line.Length, Words(line));
            }
            else if (RunIn().Match(line) is { Success: true } bold)
            {
                yield return new(QuestionForm.Bold, 0, start, start + bold.Length, Words(bold.Value));
            }
            else if (MarkedLine().IsMatch(line))
            {
                var length = QuestionLength(text.AsSpan(start..(paragraph.Span.End + 1)));
                yield return new(QuestionForm.Marked, 0, start, start + length, Words(text[start..(start + length)]));
            }

            start += line.Length + 1;
        }
    }

    private static IEnumerable<DetectedQuestion> OfItem(ListItemBlock item, string text)
    {
        if (item.FirstOrDefault() is not ParagraphBlock paragraph)
        {
            yield break;
        }

        var start = paragraph.Span.Start;
        var end = start + QuestionLength(Source(paragraph, text));
        yield return new(QuestionForm.Marked, 0, item.Span.Start, end, Words(text[start..end]), Indent: start - item.Span.Start);
    }

    /// <summary>A question may run over lines: up to the first that ends with a question mark, or that an answer follows.</summary>
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

    /// <summary>A heading's source may end before the # that close it.</summary>
    private static int EndOfLine(Block block, string text) =>
        text.IndexOf('\n', Math.Min(block.Span.End + 1, text.Length)) is var end and >= 0 ? end : text.Length;

    private static string Source(Block block, string text) => text[block.Span.Start..(block.Span.End + 1)];

    private static string Words(string markdown)
    {
        var words = Spaces().Replace(Markdown.PlainText(Number().Replace(markdown, "")), " ").Trim();
        return Number().Replace(words, "");
    }

    private static bool IsQuestion(string? words) => words is { Length: <= MaxLength } && Ending().IsMatch(words);

    // A bold question with its answer behind it.
    [GeneratedRegex("""\A\s*(?<mark>\*\*|__)(?!\s)((?!\k<mark>).)+?[?؟？]["”’»)\p{Cf}]*\k<mark>(?=\s+\S)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RunIn();

    [GeneratedRegex(@"[?؟？]\s+(\*\*|__)?(A|R|Answer|Respuesta)\s*[0-9]*\s*[:.)]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerBehind();

    [GeneratedRegex("""[?؟？]["”’»)\]*_\s\p{Cf}]*\z""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A(?<mark>\*\*|__)(?!\s)((?!\k<mark>).)+\k<mark>\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"\A\s*(\*\*|__)?(Q\s*[0-9]*\s*[:.)]|P\s*[0-9]*\s*:|(Question|Pregunta)\s*[0-9]*\s*[:.)])(\*\*|__)?\s+\S", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkedLine();

    [GeneratedRegex(@"\A\s*(\*\*|__)?(A|R|Answer|Respuesta)\s*[0-9]*\s*[:.)](\*\*|__)?\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerLine();

    [GeneratedRegex(@"\A\s*([0-9]{1,3}\s*[.):]|Q\s*[0-9]*\s*[:.)]|P\s*[0-9]*\s*:|(Question|Pregunta)\s*[0-9]*\s*[:.)])\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
