using System.Globalization;
using System.Text;

namespace FreedomCities.Api.Content;

/// <summary>Folds text for comparison: removes case, accents, apostrophes and typographic forms.</summary>
internal static class Folding
{
    // Unicode doesn't decompose these letters into a base letter and a mark.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
        ['ħ'] = "h",
    };

    // Stretches Arabic words without changing their meaning.
    private const char Tatweel = '\u0640';

    /// <summary>Returns the folded text in lower case. Invalid Unicode becomes U+FFFD.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Valid(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (Letters.TryGetValue(c, out var letters))
            {
                folded.Append(letters);
            }
            else if (!IsApostrophe(c) && c != Tatweel && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c);
            }
        }

        return folded.ToString();
    }

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or 'ʻ';

    // Normalize throws on lone surrogates and U+FFFE.
    private static string Valid(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.Value == 0xFFFE ? Rune.ReplacementChar : r));
}
