using System.Text.RegularExpressions;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Parses and formats phone numbers: E.164 for storage, RFC 3966 for links.</summary>
internal static partial class PhoneNumber
{
    /// <summary>Formats a tel: URI. Numbers of the North American plan get visual separators.</summary>
    public static string Uri(string e164, string? extension)
    {
        var number = IsNorthAmerican(e164)
            ? $"+1-{e164[2..5]}-{e164[5..8]}-{e164[8..]}"
            : e164;
        return $"tel:{number}{(extension is null ? "" : ";ext=" + extension)}";
    }

    /// <summary>Formats for display: (505) 266-5915 ext. 1012 in the North American plan, otherwise E.164.</summary>
    public static string Display(string e164, string? extension)
    {
        var number = IsNorthAmerican(e164) ? $"({e164[2..5]}) {e164[5..8]}-{e164[8..]}" : e164;
        return number + (extension is null ? "" : " ext. " + extension);
    }

    /// <summary>Whether a text denotes the number and its extension. The country code may be missing or replaced by a zero.</summary>
    public static bool Reads(string display, string e164, string? extension)
    {
        var digits = string.Concat(display.Where(char.IsAsciiDigit));
        return digits.EndsWith(extension ?? "", StringComparison.Ordinal)
            && digits[..^(extension?.Length ?? 0)].TrimStart('0') is { Length: >= 5 } number
            && e164.EndsWith(number, StringComparison.Ordinal)
            && (!IsNorthAmerican(e164) || number.Length >= 10);
    }

    /// <summary>Finds numbers in a text: of the North American plan, or with + and a country code. Returns E.164.</summary>
    public static IEnumerable<(string Written, string Number, string? Extension)> FindAll(string text) =>
        Written().Matches(text).Select(m => (
            m.Value,
            (m.Groups["country"].Success ? "+" : "+1") + string.Concat(m.Groups["number"].Value.Where(char.IsAsciiDigit)),
            m.Groups["extension"] is { Success: true } extension ? extension.Value : null));

    private static bool IsNorthAmerican(string e164) => e164.StartsWith("+1", StringComparison.Ordinal) && e164.Length == 12;

    [GeneratedRegex(
        """
        (?<![\w.+/=-])
        ( (?<country>\+) (?<number>[1-9]([\s.()-]{0,2}[0-9]){7,14})
        | (1[\s.-])? (?<number>\(?[2-9][0-9]{2}\)?[\s.-]{0,2}[2-9][0-9]{2}[\s.-][0-9]{4})
        )
        ( [,;]? \s* (ext\.?|extensi[oó]n|x) [\s=]* (?<extension>[0-9]{1,15}) )?
        (?![\w/=-])
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Written();
}
