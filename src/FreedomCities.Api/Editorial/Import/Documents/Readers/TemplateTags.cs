using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>
/// Takes the tags of site generators out of a text: {% include %}, {{&lt; youtube &gt;}}, {:class="x"}, ::: boxes, [[toc]].
/// </summary>
internal static partial class TemplateTags
{
    /// <returns>The text with the same lines, and the tags that aren't mere attributes.</returns>
    public static (string Text, LeftOut[] LeftOut) Extract(string text)
    {
        var leftOut = new List<LeftOut>();
        var (line, offset) = (1, 0);
        var rest = Tag().Replace(text, match =>
        {
            line += text.AsSpan(offset..match.Index).Count('\n');
            offset = match.Index;
            if (match.Groups["code"].Success)
            {
                return match.Value;
            }

            if (!match.Groups["attributes"].Success)
            {
                leftOut.Add(new LeftOut(new SourcePosition(line), "template tag", match.Value.Trim()));
            }

            return new string('\n', match.Value.Count(c => c == '\n'));
        });
        return (rest, [.. leftOut]);
    }

    [GeneratedRegex(
        """
        (?<code>^[ \t]*(?<fence>```+|~~~+)[\s\S]*?(^[ \t]*\k<fence>|\z)|(?<ticks>`+)(?!`)[^`\n]+\k<ticks>(?!`))
        |\{%[\s\S]{0,500}?%\}
        |\{\{[\s\S]{0,500}?\}\}
        |(?<attributes>\{:[^}\n]{0,200}\}|\{(?=\s*[#.])(?<=^[ ]{0,3}(\#{1,6}[ ]|\S)[^\n]*\{)\s*[#.][\w\s.#:="'-]{1,100}\}(?=[ ]*\#*[ ]*$))
        |^[ \t]*:{3,}.*$
        |^[ \t]*(\[\[_?toc_?\]\]|\[toc\])[ \t]*$
        |(?<=^[ \t]*>[ \t]*)\[!\w+\][ \t]*$
        |^(import|export)[ ][^\n]{0,200}[ ]from[ ]['"][^\n]*$
        |^export[ ](const|let|default)[ ][^\n]*$
        |\{/\*[\s\S]{0,2000}?\*/\}
        |^[ \t]*</?(?-i:[A-Z][a-z]\w*)([ ][^<>\n]*)?>[ \t]*$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 2000)]
    private static partial Regex Tag();
}
