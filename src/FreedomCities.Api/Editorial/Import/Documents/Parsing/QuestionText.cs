using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>What makes a text a question, in any script, and the numbers and marks before it that aren't part of it.</summary>
internal static partial class QuestionText
{
    public const int MaxLength = 300;

    /// <summary>
    /// Whether the text ends as a question. The Greek question mark is a semicolon, and the Armenian one stands inside the word. A
    /// question quoted after a colon doesn't count: the text reports it.
    /// </summary>
    public static bool IsQuestion(string text)
    {
        var line = text.Trim();
        return line.Length is > 1 and <= MaxLength && EndsAsQuestion(line) && !Quoted().IsMatch(line) && !ClosingWords.AsksReader(line);
    }

    /// <summary>Splits a heading's text into the number or sign before it and the question.</summary>
    /// <param name="isNumbered">Whether the document numbers its questions: then a bare number goes too.</param>
    public static (string Marker, string Question) SplitMarker(string text, bool isNumbered)
    {
        var line = Spaces().Replace(text, " ").Trim();
        var (start, end) = (0, line.Length);
        while (start < end && FindMarker(line, start, isNumbered) is > 0 and var length)
        {
            start += length;
        }

        end -= Trailing().Match(line[start..]).Length;
        return (line[..start] + line[end..], line[start..end]);
    }

    private static bool EndsAsQuestion(string line) =>
        Ending().IsMatch(line) || GreekEnding().IsMatch(line) || JapaneseEnding().IsMatch(line)
            || line.Contains('՞', StringComparison.Ordinal);

    /// <summary>Whether a text begins with a number that is set apart: 1. or 一、.</summary>
    public static bool HasNumber(string text) => Number().IsMatch(text.TrimStart());

    public static bool HasBareNumber(string text) => BareNumber().IsMatch(text.TrimStart());

    /// <summary>For comparing: letters and digits alone.</summary>
    public static string ToKey(string text) =>
        string.Concat(SplitMarker(text, isNumbered: true).Question.Where(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
            .ToUpperInvariant();

    private static int FindMarker(string line, int start, bool isNumbered)
    {
        var rest = line[start..];
        var match = Number().Match(rest);
        match = match.Success ? match : Sign().Match(rest);
        match = match.Success || !isNumbered ? match : BareNumber().Match(rest);
        return match.Success && rest[match.Length..].Any(char.IsLetterOrDigit) ? match.Length : 0;
    }

    // Every script's question mark, then what may close a sentence.
    [GeneratedRegex("""[?؟？፧⁇⁈⁉‽⸮﹖︖꘏꛷᥅][!！?؟？\s"'”’»›)\]）】」』*_\p{Cf}\p{Mn}\p{So}]*\z""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(
        """[\p{IsGreek}\p{IsGreekExtended}](.*\s)?[^\s;]*[\p{IsGreek}\p{IsGreekExtended}0-9)»"”];["”»)\s]*\z""",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GreekEnding();

    [GeneratedRegex("""\A[^"“”«„「]{1,60}[:：]\s*["“”«„「‹'‘][^"“”»」]*["”»“」›'’]\s*\z""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    // A formal question in Japanese needs no mark.
    [GeneratedRegex(@"(です|ます|ました|ません|でした|でしょう|ましょう)か[。．\s」』)）]*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JapaneseEnding();

    [GeneratedRegex(
        @"\A(\(?\p{Nd}{1,3}(\.\p{Nd}{1,3}){0,3}\s?[.):：、．）]([-–—])?(?=\s|\p{L}|¿)|\p{Nd}{1,3}(\.\p{Nd}{1,3}){1,3}\s(?=\p{Lu}|\p{Lo}|¿)" +
        @"|\[\p{Nd}{1,3}(\.\p{Nd}{1,3})*\]|\#\p{Nd}{1,3}[.):]?(?=\s)|\p{Nd}{1,3}\s?[°º]\s?[).:\-]?(?=\s)" +
        @"|[IVX]{1,6}[.)](?=\s)|\p{L}\)(?=\s)|\p{Nd}{1,3}\s?[-–—]\s|[(（]?[一二三四五六七八九十]{1,3}[、.．)）])\s*",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A\p{Nd}{1,3}\s+(?=\p{L}|¿)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareNumber();

    [GeneratedRegex(
        @"\A([\p{So}\p{Cs}\uFE0F•·►▸▶▪◦‣]+\s*|" +
        @"(Q|FAQ|Question|Pregunta|Frage|Domanda|Pergunta)\s*(n[°ºo]\.?|nr\.?|núm\.?|№)?\s*[0-9]{0,3}(\.[0-9]{1,3})*\s*[:：.)]\s*(?=\S)|" +
        @"Q[0-9]{1,3}\s+|P\s*[0-9]{0,3}:\s+)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Sign();

    [GeneratedRegex(@"(\s*[¶#🔗]|\s+§)+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
