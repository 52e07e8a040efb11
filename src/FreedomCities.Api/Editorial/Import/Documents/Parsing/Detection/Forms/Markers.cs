using System.Text;
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
    [
        .. "Q QUESTION P PREGUNTA FRAGE DOMANDA PERGUNTA VRAAG FRÅGA PYTANIE OTÁZKA KÉRDÉS ÎNTREBARE SORU HỎI TANYA TANONG SWALI KESYON"
            .Split(' '),
        .. "В ВОПРОС ПИТАННЯ ΕΡΏΤΗΣΗ ጥ ጥያቄ س سؤال السؤال سوال پرسش שאלה प्रश्न প্রশ্ন ถาม คำถาม 问 問 질문".Split(' '),
    ];

    private static readonly string[] KnownAnswers =
    [
        .. "A ANSWER R RESPUESTA RÉPONSE ANTWORT RISPOSTA RESPOSTA ANTWOORD SVAR ODPOWIEDŹ ODPOVĚĎ VÁLASZ RĂSPUNS CEVAP".Split(' '),
        .. "ĐÁP JAWAB SAGOT JIBU REPONS О ОТВЕТ ВІДПОВІДЬ ΑΠΆΝΤΗΣΗ መ መልስ ج جواب الجواب پاسخ תשובה उत्तर উত্তর ตอบ คำตอบ 答 답변 답".Split(' '),
    ];

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

    /// <summary>Whether a text is only a word for question or answer.</summary>
    public static bool IsWord(string text) => IsQuestionWord(text) || IsAnswerWord(text);

    public static bool IsQuestionWord(string text) => IsIn(KnownQuestions, text);

    public static bool IsAnswerWord(string text) => IsIn(KnownAnswers, text);

    private static bool IsIn(string[] words, string text) =>
        words.Contains(NumberBehind().Replace(text, "").Trim().ToUpperInvariant(), StringComparer.Ordinal);

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
        // Full-width letters are the same words.
        var word = match.Groups["word"].Value.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        return match.Success ? (word, match.Length) : (null, 0);
    }

    [GeneratedRegex(
        @"\A\s*((?<word>\p{L}[\p{L}\p{M}]{0,14})\s?((n[°ºo]\.?|nr\.?|núm\.?|№)\s?)?\p{Nd}{0,4}\s*" +
        @"([:：﹕፡፦]|\)|[.．、](?=\s|\p{Lu}\p{Ll}|\p{Lo}|¿)|\.[-–—]|\s[-–—]\s)" +
        @"|(?<word>[QAＱＡ])(\p{Nd}{1,3}\s|\p{Nd}{0,3}\u3000))\s*(?=\S)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"[\s\p{Nd}:：.．)]+\z", RegexOptions.None, 1000)]
    private static partial Regex NumberBehind();

    [GeneratedRegex(@"[?؟？፧;][""”’»)]*[\s]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Behind();
}
