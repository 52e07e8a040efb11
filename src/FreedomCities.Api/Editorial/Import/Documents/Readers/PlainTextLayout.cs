using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>
/// Writes the headings and lists of plain text as Markdown has them, whatever character the author draws lines and bullets with.
/// Headings of the first kind are level 1. The text keeps its lines.
/// </summary>
internal static partial class PlainTextLayout
{
    public static string Write(string text)
    {
        var lines = text.Split('\n');
        var found = Enumerable.Range(1, lines.Length - 1).Where(i => IsUnderline(lines, i)).ToArray();
        var styles = found.Select(i => FindStyle(lines, i)).ToArray();
        var isLayered = styles.Distinct().Count() > 1;
        foreach (var (index, style) in found.Zip(styles))
        {
            var isFirst = isLayered ? style == styles[0] : style.Line == '=';
            lines[index - 1] = $"{(isFirst ? "#" : "##")} {lines[index - 1].Trim()}";
            lines[index] = "";
            if (style.HasOverline)
            {
                lines[index - 2] = "";
            }
        }

        foreach (var index in Enumerable.Range(1, lines.Length - 1).Where(i => Separator().IsMatch(lines[i])))
        {
            lines[index] = "***";
        }

        return Bullet().Replace(Decorated().Replace(string.Join('\n', lines), "## ${text}"), "- ");
    }

    private static (char Line, bool HasOverline) FindStyle(string[] lines, int index)
    {
        var line = lines[index].Trim()[0];
        var hasOverline = index > 1 && Rule().IsMatch(lines[index - 2]) && lines[index - 2].Trim()[0] == line;
        return (line, hasOverline && !IsUnderline(lines, index - 2));
    }

    /// <summary>Whether a line underlines a single one above it.</summary>
    private static bool IsUnderline(string[] lines, int index)
    {
        var isAlone = index < 2 || lines[index - 2].Trim().Length == 0 || Rule().IsMatch(lines[index - 2]);
        if (index < 1 || !isAlone || !Rule().IsMatch(lines[index]))
        {
            return false;
        }

        var (title, line) = (lines[index - 1].Trim(), lines[index].Trim());
        return title.Any(char.IsLetter) && (line[0] is '=' or '-' || Math.Abs(line.Length - title.Length) <= 2 + (title.Length / 4));
    }

    [GeneratedRegex(@"(?<=^[ \t]*)[•●▪◦‣∙·][ \t]+", RegexOptions.Multiline, 1000)]
    private static partial Regex Bullet();

    // Below a paragraph of several lines, Markdown would read a heading.
    [GeneratedRegex(@"\A\s*[-=]{3,}\s*\z", RegexOptions.None, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[ \t]*(?<sign>[*=~_\-]{1,5})[ \t]+(?<text>\S[^\n]{0,300}[?？؟])[ \t]+\k<sign>[ \t]*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Decorated();

    [GeneratedRegex(@"\A\s*([=\-~*^_#+.""'`:])\1{2,}\s*\z")]
    private static partial Regex Rule();
}
