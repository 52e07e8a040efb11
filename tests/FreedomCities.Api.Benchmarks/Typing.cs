using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Benchmarks;

/// <summary>How a query comes from a phone: with a slip, without accents, within the bounds of q.</summary>
internal static partial class Typing
{
    private const int MaxLength = 500;
    private const int MaxWords = 80;

    /// <summary>The whole words that a query may have.</summary>
    public static string Cut(string text)
    {
        var last = Word().Matches(text).Take(MaxWords).LastOrDefault(w => w.Index + w.Length <= MaxLength);
        return last is null || Word().Count(text) <= MaxWords && text.Length <= MaxLength ? text : text[..(last.Index + last.Length)];
    }

    /// <summary>A letter of the longest word inserted, deleted, replaced, or changed with the next one.</summary>
    public static string OneEdit(string text, Random random)
    {
        if (Letters().Matches(text).MaxBy(m => m.Length) is not { } longest)
        {
            return text;
        }

        var (word, at, letter) = (longest.Value, random.Next(longest.Length), (char)('a' + random.Next(26)));
        int[] unlike = [.. Enumerable.Range(0, word.Length - 1).Where(i => word[i] != word[i + 1])];
        var edited = random.Next(unlike is [] ? 3 : 4) switch
        {
            0 => word.Insert(at, letter.ToString()),
            1 => word.Remove(at, 1),
            2 => word.Remove(at, 1).Insert(
                at,
                (char.ToLowerInvariant(word[at]) == letter ? letter == 'z' ? 'a' : (char)(letter + 1) : letter).ToString()),
            _ => Transposed(word, unlike[random.Next(unlike.Length)]),
        };
        return text.Remove(longest.Index, longest.Length).Insert(longest.Index, edited);
    }

    public static string WithoutAccents(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static string Transposed(string word, int i) => $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}";

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}
