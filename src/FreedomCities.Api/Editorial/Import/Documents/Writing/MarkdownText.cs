using System.Text;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Writing;

/// <summary>Escapes plain text for Markdown: only what Markdown would read otherwise.</summary>
internal static partial class MarkdownText
{
    /// <param name="isLabel">Within the text of a link.</param>
    public static string Escape(string text, bool isLabel = false)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var (previous, next) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            if (IsMarkup(text, i, previous, next) || (isLabel && text[i] is '[' or ']'))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>Escapes the beginnings of lines that would be headings, lists, quotes or rules.</summary>
    public static string EscapeLines(string markdown) =>
        LineStart().Replace(markdown, m => $"{m.Groups["number"].Value}\\{m.Value[m.Groups["number"].Length..]}");

    private static bool IsMarkup(string text, int i, char previous, char next) => text[i] switch
    {
        '\\' => char.IsAscii(next) && char.IsPunctuation(next) || IsSymbol(next),
        '`' => true,
        '*' => !(char.IsWhiteSpace(previous) && char.IsWhiteSpace(next)),
        '_' => !(char.IsWhiteSpace(previous) && char.IsWhiteSpace(next)) && !(char.IsLetterOrDigit(previous) && char.IsLetterOrDigit(next)),
        '~' => previous == '~' || next == '~',
        '<' => char.IsAsciiLetter(next) || next is '/' or '!' or '?',
        ']' => next is '(' or '[' or ':',
        '&' => Entity().IsMatch(text.AsSpan(i)),
        _ => false,
    };

    private static bool IsSymbol(char c) => c is '$' or '+' or '<' or '=' or '>' or '^' or '`' or '|' or '~';

    [GeneratedRegex(@"\A&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"(?<=^[ \t]*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|(?<number>[0-9]{1,9})[.)](?=\s|$)|~~~|\|(?=[ \t]*:?-)|(=+|-+)[ \t]*$)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineStart();
}
