using System.Text.RegularExpressions;

namespace FreedomCities.Api.Content.Contacts;

/// <summary>Phone numbers as text holds them: E.164 for machines, RFC 3966 for links.</summary>
internal static partial class PhoneNumber
{
    /// <summary>A tel: URI; numbers of the North American plan with the separators that people read them by.</summary>
    public static string Uri(string e164, string? extension)
    {
        var number = e164.StartsWith("+1", StringComparison.Ordinal) && e164.Length == 12
            ? $"+1-{e164[2..5]}-{e164[5..8]}-{e164[8..]}"
            : e164;
        return $"tel:{number}{(extension is null ? "" : ";ext=" + extension)}";
    }

    /// <summary>The numbers that a text gives, in E.164: of the North American plan, or with + and a country code.</summary>
    public static IEnumerable<(string Written, string Number, string? Extension)> In(string text) =>
        Written().Matches(text).Select(m => (
            m.Value,
            (m.Groups["country"].Success ? "+" : "+1") + string.Concat(m.Groups["number"].Value.Where(char.IsAsciiDigit)),
            m.Groups["extension"] is { Success: true } extension ? extension.Value : null));

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
