using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import.Aliases;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>
/// An FAQ document, plain text or Markdown: a title and questions. An answer is the blocks after its question. Text before the first
/// question belongs to no entry.
/// </summary>
/// <param name="Preamble">The plain text before the first question, without the title.</param>
internal sealed partial record FaqDocument(string? Title, string Preamble, DocumentEntry[] Entries)
{
    private const int MaxQuestionLength = 500;
    private const int MaxTitleLength = 120;
    private const int MaxAnswerLength = 100_000;
    private const int MaxBlockLength = 20_000;
    private const int MaxEntries = 5_000;

    /// <summary>
    /// The title without the words for an FAQ: "Freedom Cities" of "Freedom Cities FAQ" and of "Preguntas frecuentes sobre las Freedom
    /// Cities".
    /// </summary>
    public string? Subject
    {
        get
        {
            var subject = Prefix().Replace(Suffix().Replace(Title ?? "", ""), "");
            return subject.Length > 0 ? char.ToUpperInvariant(subject[0]) + subject[1..] : Title;
        }
    }

    public static FaqDocument Parse(string text)
    {
        text = text.ReplaceLineEndings("\n").Normalize();
        text = FrontMatter().Replace(text, m => new string('\n', m.Value.Count(c => c == '\n')));
        EnsureShortBlocks(text);
        var aliases = AliasLines.Extract(text);
        text = Markdown.WithPlainLinks(aliases.Text);
        var questions = QuestionDetector.FindAll(text);
        if (questions.Count > MaxEntries)
        {
            throw new ImportException($"It has more than {MaxEntries} questions. Import it in parts.");
        }

        var lines = questions.Select(q => aliases.LineNumbers[text.AsSpan(0, q.Start).Count('\n')]).Append(int.MaxValue).ToArray();
        var starts = questions.Select(q => q.Start).Append(text.Length).ToArray();
        aliases.EnsureNoneBefore(lines[0]);
        var entries = questions.Index()
            .Where(q => q.Item.Question is not null)
            .Select(q => new DocumentEntry(
                lines[q.Index],
                q.Item.Question!,
                ParseAnswer(text[q.Item.End..starts[q.Index + 1]], q.Item),
                aliases.Between(lines[q.Index], lines[q.Index + 1])))
            .ToArray();
        EnsureValid(entries);
        var front = text[..starts[0]];
        var title = FindTitle(front);
        return new FaqDocument(title, ParsePreamble(front, title), entries);
    }

    private static string ParseAnswer(string text, DetectedQuestion question)
    {
        var lines = text.Split('\n').Select(line => Unindent(line, question.Indent));
        var answer = Rules().Replace(string.Join('\n', lines), "").Trim('\n', ' ', '\t');
        return question is { Form: QuestionForm.Marked, Indent: 0 } ? AnswerMarker().Replace(answer, "${bold}") : answer;
    }

    private static string Unindent(string line, int indent)
    {
        var length = Math.Min(indent, line.Length);
        return string.IsNullOrWhiteSpace(line[..length]) ? line[length..] : line;
    }

    private static string? FindTitle(string front)
    {
        var block = QuestionDetector.FindTitleBlock(front);
        return block is { Length: > 0 and <= MaxTitleLength } && block[^1] is not ('.' or ':' or ';' or ',') ? block : null;
    }

    private static string ParsePreamble(string front, string? title)
    {
        var text = Markdown.PlainText(front);
        return title is not null && text.StartsWith(title, StringComparison.Ordinal) ? text[title.Length..].Trim() : text;
    }

    // The time that a Markdown parser takes for a block can grow with the square of its length.
    private static void EnsureShortBlocks(string text)
    {
        var line = 1;
        foreach (var range in BlankLine().EnumerateSplits(text))
        {
            var block = text.AsSpan(range);
            if (block.Length > MaxBlockLength)
            {
                throw new ImportException($"line {line}: a paragraph is longer than {MaxBlockLength} characters.");
            }

            line += block.Count('\n') + 2;
        }
    }

    private static void EnsureValid(DocumentEntry[] entries)
    {
        var errors = entries
            .SelectMany(FindErrors)
            .Concat(entries.SelectMany(FindAliasErrors))
            .Concat(entries
                .GroupBy(e => e.Question, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() > 1)
                .Select(same => $"lines {string.Join(" and ", same.Select(e => e.Line))}: the same question \"{same.Key}\"."))
            .ToArray();
        if (errors.Length > 0)
        {
            throw new ImportException(errors);
        }
    }

    private static IEnumerable<string> FindErrors(DocumentEntry entry)
    {
        var hasLongLink = Markdown.Links(entry.Answer).Any(l => LinkTarget.NormalizeUrl(l.Target)?.Length > LinkTarget.MaxUrlLength);
        (bool IsWrong, string Error)[] rules =
        [
            (entry.Answer.Length == 0, $"the question \"{entry.Question}\" has no answer."),
            (hasLongLink, $"a link is longer than {LinkTarget.MaxUrlLength} characters."),
            (entry.Answer.Length > MaxAnswerLength, $"the answer is longer than {MaxAnswerLength} characters."),
            (entry.Question.Length > MaxQuestionLength, $"the question is longer than {MaxQuestionLength} characters."),
        ];
        return rules.Where(r => r.IsWrong).Select(r => $"line {entry.Line}: {r.Error}");
    }

    private static IEnumerable<string> FindAliasErrors(DocumentEntry entry) =>
        AliasRules.FindErrors(entry.Question, entry.Aliases ?? [])
            .Select(error => $"line {entry.Line}: the question \"{entry.Question}\": {error}");

    // The YAML front matter of static site generators.
    [GeneratedRegex(@"\A---[ \t]*\n(.*\n)*?---[ \t]*(\n|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.None, 1000)]
    private static partial Regex BlankLine();

    [GeneratedRegex(
        @"([\s:|,(\p{Pd}]*\b(FAQs?|frequently asked questions|preguntas frecuentes)\)?)+\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suffix();

    [GeneratedRegex(
        @"\A\s*(preguntas\s+(más\s+)?frecuentes|frequently\s+asked\s+questions|FAQs?)(\s*\(FAQs?\))?" +
        @"(\s*[:|\p{Pd}]\s*|\s+(((sobre|acerca\s+de|de|about|on)\s+((?-i:el|la|los|las|the)\s+)?)|(acerca\s+)?del\s+))(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(\n\s*(\*\s*\*\s*\*|-\s*-\s*-|_\s*_\s*_)[\s*_-]*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rules();

    [GeneratedRegex(
        @"\A((?<mark>\*\*|__)(A|R|Answer|Respuesta)\s*[0-9]*\s*[:.)]\k<mark>|(?<bold>\*\*|__)?(A|R|Answer|Respuesta)\s*[0-9]*\s*[:.)])\s+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerMarker();
}
