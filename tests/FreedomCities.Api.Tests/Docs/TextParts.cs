using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Docs;

/// <summary>
/// The parts of a file that a rule is about, each in its place: what is left out is replaced by characters that no word matches, so that a
/// position still tells the line.
/// </summary>
internal static partial class TextParts
{
    private const char Masked = '\0';

    // Members of an OpenAPI document whose values aren't ours to word: they are recorded, or are patterns.
    private static readonly string[] Recorded = ["example", "examples", "default", "enum", "pattern", "const"];

    /// <summary>A document without its code spans, which may name anything.</summary>
    public static string SelectProse(string text) => CodeSpan().Replace(text, m => Mask(m.Value));

    /// <summary>The comments of C#, without what they mark as code.</summary>
    public static string SelectComments(string code) =>
        Marked().Replace(Tokens().Replace(code, m => IsComment(m.Value) ? Blank(m.Value) : Mask(m.Value)), m => Mask(m.Value));

    /// <summary>C# without its comments and literals.</summary>
    public static string SelectCode(string code) => Literals().Replace(code, m => Mask(m.Value));

    /// <summary>The comments of SQL, and what it says of its tables.</summary>
    public static string SelectSqlTexts(string sql) => SqlTokens().Replace(sql, m => m.Groups["text"].Success ? m.Value : Mask(m.Value));

    /// <summary>The texts of an OpenAPI document, each with its line.</summary>
    public static IEnumerable<(int Line, string Text)> SelectOpenApiTexts(string json)
    {
        var texts = new List<(int, string)>();
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && Recorded.Contains(reader.GetString(), StringComparer.Ordinal))
            {
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                texts.Add((bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1, reader.GetString()!));
            }
        }

        return texts;
    }

    private static bool IsComment(string token) => token.StartsWith("//", StringComparison.Ordinal);

    private static string Mask(string text) => NotSpace().Replace(text, Masked.ToString());

    // The slashes go, so that words are found across the end of a line.
    private static string Blank(string comment) => LeadingSlashes().Replace(comment, m => new string(' ', m.Length));

    [GeneratedRegex(@"(?<!`)`[^`\n]+`(?!`)")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("<c>.*?</c>|`[^`\n]*`|<(see|paramref) [^>]*>")]
    private static partial Regex Marked();

    [GeneratedRegex("""
        "{3,}[\s\S]*?"{3,}|@\$?"([^"]|"")*"|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/|[^\s"'/@]+|[/@]
        """)]
    private static partial Regex Tokens();

    [GeneratedRegex("""
        "{3,}[\s\S]*?"{3,}|@\$?"([^"]|"")*"|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/
        """)]
    private static partial Regex Literals();

    [GeneratedRegex(@"(?<text>--[^\n]*|(?<=\bis )'([^']|'')*')|'([^']|'')*'|[^\s'-]+|-")]
    private static partial Regex SqlTokens();

    [GeneratedRegex(@"\S")]
    private static partial Regex NotSpace();

    [GeneratedRegex("^/+")]
    private static partial Regex LeadingSlashes();
}
