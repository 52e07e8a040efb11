using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

/// <summary>
/// The words or letters that a document puts before questions and answers: Q: and A:, P: and R:, س: and ج:. Any pair is found that stands
/// before most questions and the lines behind them.
/// </summary>
internal sealed partial class Markers
{
    private static readonly string[] KnownQuestions =
        "Q QUESTION PREGUNTA P FRAGE DOMANDA PERGUNTA س سؤال السؤال В ВОПРОС ጥ ጥያቄ 问 問 질문".Split(' ');
    private static readonly string[] KnownAnswers =
        "A ANSWER R RESPUESTA RÉPONSE ANTWORT RISPOSTA RESPOSTA ج جواب الجواب О ОТВЕТ መ መልስ 答 답변 답".Split(' ');

    private readonly HashSet<string> _questions;
    private readonly HashSet<string> _answers;

    private Markers(IEnumerable<string> questions, IEnumerable<string> answers) =>
        (_questions, _answers) = (questions.ToHashSet(StringComparer.Ordinal), answers.ToHashSet(StringComparer.Ordinal));

    public static Markers Find(IEnumerable<Block> blocks)
    {
        var lines = blocks.SelectMany(BlockText.Lines).SelectMany(text => text.Split('\n', Inline.LineBreak)).ToArray();
        var words = lines.Select(line => (Read(line).Word, IsQuestion: QuestionText.IsQuestion(line))).ToArray();
        var question = words.Where(w => w.Word is not null).GroupBy(w => w.Word!, StringComparer.Ordinal)
            .Where(same => same.Count() > 1 && same.Count(w => w.IsQuestion) * 10 >= same.Count() * 6)
            .MaxBy(same => same.Count())?.Key;
        var answer = question is null ? null : words.Zip(words.Skip(1)).Where(pair => pair.First.Word == question)
            .CountBy(pair => pair.Second.Word ?? question, StringComparer.Ordinal)
            .Where(next => next.Key != question && next.Value > 1)
            .OrderByDescending(next => next.Value)
            .FirstOrDefault().Key;
        return new Markers(
            question is null ? KnownQuestions : [.. KnownQuestions, question], answer is null ? KnownAnswers : [.. KnownAnswers, answer]);
    }

    /// <summary>The length of a question's marker at the beginning of a line; 0: there is none.</summary>
    public int QuestionLength(string line) => Length(line, _questions);

    /// <summary>The length of an answer's marker at the beginning of a line; 0: there is none.</summary>
    public int AnswerLength(string line) => Length(line, _answers);

    /// <summary>Where in a line an answer's marker stands behind a question; -1: nowhere.</summary>
    public int FindAnswer(string line)
    {
        foreach (var match in Behind().EnumerateMatches(line))
        {
            var start = match.Index + match.Length;
            if (AnswerLength(line[start..]) > 0 && QuestionText.IsQuestion(line[..start]))
            {
                return start;
            }
        }

        return -1;
    }

    private static int Length(string line, HashSet<string> words) =>
        Read(line) is { Word: { } word, Length: var length } && words.Contains(word) ? length : 0;

    private static (string? Word, int Length) Read(string line)
    {
        var match = Marker().Match(line);
        return match.Success ? (match.Groups["word"].Value.ToUpperInvariant(), match.Length) : (null, 0);
    }

    [GeneratedRegex(
        @"\A\s*(?<word>\p{L}[\p{L}\p{M}]{0,14})\s?[0-9٠-٩]{0,4}\s*([:：﹕፡፦]|\)|[.．、](?=\s))\s*(?=\S)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"[?؟？፧;][""”’»)]*[\s]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Behind();
}
