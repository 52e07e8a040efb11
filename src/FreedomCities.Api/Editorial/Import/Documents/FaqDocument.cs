using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import.Aliases;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>A question of a document with its answer as written.</summary>
/// <param name="Line">Where the question stands, from 1.</param>
/// <param name="Aliases">Other ways to ask it; null: the document gives none.</param>
internal sealed record DocumentEntry(int Line, string Question, string Answer, string[]? Aliases);

/// <summary>
/// An FAQ document, plain text or Markdown: a title, and questions with the blocks that follow each. Words before the first question
/// belong to none.
/// </summary>
/// <param name="Preamble">The words before the first question, without the title, as plain text.</param>
internal sealed partial record FaqDocument(string? Title, string Preamble, DocumentEntry[] Entries)
{
    private const int MaxQuestionLength = 500;
    private const int MaxTitleLength = 120;
    private const int MaxAnswerLength = 100_000;
    private const int MaxBlockLength = 20_000;
    private const int MaxEntries = 5_000;

    /// <summary>The topic that the title names: "Freedom Cities FAQ" and "Preguntas frecuentes sobre las Freedom Cities" are about Freedom Cities.</summary>
    public string? Subject => Title is null ? null : Prefix().Replace(Suffix().Replace(Title, ""), "") is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : Title;

    public static FaqDocument Parse(string text)
    {
        text = text.ReplaceLineEndings("\n").Normalize();
        text = FrontMatter().Replace(text, m => new string('\n', m.Value.Count(c => c == '\n')));
        RefuseLongBlocks(text);
        var aliases = AliasLines.Extract(text);
        text = Markdown.WithPlainLinks(aliases.Rest);
        var marks = QuestionDetector.FindAll(text);
        if (marks.Count > MaxEntries)
        {
            throw new ImportException($"It has more than {MaxEntries} questions. Import it in parts.");
        }

        var lines = marks.Select(m => aliases.Numbers[text.AsSpan(0, m.Start).Count('\n')]).Append(int.MaxValue).ToArray();
        aliases.RefuseBefore(lines[0]);
        var entries = marks
            .Select((mark, i) => (mark, i, Answer: Answer(text[mark.End..(i + 1 < marks.Count ? marks[i + 1].Start : text.Length)], mark)))
            .Where(e => e.mark.Question is not null)
            .Select(e => new DocumentEntry(lines[e.i], e.mark.Question!, e.Answer, aliases.Between(lines[e.i], lines[e.i + 1])))
            .ToArray();
        RefuseFaults(entries);
        var front = text[..marks[0].Start];
        var title = TitleOf(front);
        var words = Markdown.PlainText(front);
        return new FaqDocument(title, title is not null && words.StartsWith(title, StringComparison.Ordinal) ? words[title.Length..].Trim() : words, entries);
    }

    private static string Answer(string text, DetectedQuestion mark)
    {
        var lines = text.Split('\n').Select(l => l[..Math.Min(mark.Indent, l.Length)].Trim().Length == 0 ? l[Math.Min(mark.Indent, l.Length)..] : l);
        var answer = Rules().Replace(string.Join('\n', lines), "").Trim('\n', ' ', '\t');
        return mark is { Form: QuestionForm.Marked, Indent: 0 } ? AnswerMarker().Replace(answer, "${bold}") : answer;
    }

    private static string? TitleOf(string front)
    {
        var block = QuestionDetector.TitleBlock(front);
        return block is { Length: > 0 and <= MaxTitleLength } && block[^1] is not ('.' or ':' or ';' or ',') ? block : null;
    }

    // What a parser of Markdown needs for one block may grow with the square of its length.
    private static void RefuseLongBlocks(string text)
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

    private static void RefuseFaults(DocumentEntry[] entries)
    {
        var faults = entries
            .SelectMany(e => new[]
            {
                e.Answer.Length == 0 ? $"line {e.Line}: the question \"{e.Question}\" has no answer." : null,
                Markdown.Links(e.Answer).Any(l => LinkTarget.OfUrl(l.Target)?.Length > LinkTarget.MaxUrlLength) ? $"line {e.Line}: a link is longer than {LinkTarget.MaxUrlLength} characters." : null,
                e.Answer.Length > MaxAnswerLength ? $"line {e.Line}: the answer is longer than {MaxAnswerLength} characters." : null,
                e.Question.Length > MaxQuestionLength ? $"line {e.Line}: the question is longer than {MaxQuestionLength} characters." : null,
            })
            .OfType<string>()
            .Concat(entries.SelectMany(e => AliasRules.Faults(e.Question, e.Aliases ?? []).Select(fault => $"line {e.Line}: the question \"{e.Question}\": {fault}")))
            .Concat(entries
                .GroupBy(e => e.Question, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() > 1)
                .Select(same => $"lines {string.Join(" and ", same.Select(e => e.Line))}: the same question \"{same.Key}\"."))
            .ToArray();
        if (faults.Length > 0)
        {
            throw new ImportException(faults);
        }
    }

    // YAML, of a site's generator.
    [GeneratedRegex(@"\A---[ \t]*\n(.*\n)*?---[ \t]*(\n|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.None, 1000)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"([\s:|,(\p{Pd}]*\b(FAQs?|frequently asked questions|preguntas frecuentes)\)?)+\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suffix();

    [GeneratedRegex(
        @"\A\s*(preguntas\s+(más\s+)?frecuentes|frequently\s+asked\s+questions|FAQs?)(\s*\(FAQs?\))?(\s*[:|\p{Pd}]\s*|\s+(((sobre|acerca\s+de|de|about|on)\s+((?-i:el|la|los|las|the)\s+)?)|(acerca\s+)?del\s+))(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(\n\s*(\*\s*\*\s*\*|-\s*-\s*-|_\s*_\s*_)[\s*_-]*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rules();

    [GeneratedRegex(@"\A((?<mark>\*\*|__)(A|R|Answer|Respuesta)\s*[0-9]*\s*[:.)]\k<mark>|(?<bold>\*\*|__)?(A|R|Answer|Respuesta)\s*[0-9]*\s*[:.)])\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerMarker();
}
