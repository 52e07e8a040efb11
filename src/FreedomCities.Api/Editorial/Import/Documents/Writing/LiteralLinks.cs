using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Writing;

/// <summary>Makes links of [text](address) that an author typed into a document of another format than Markdown.</summary>
internal static partial class LiteralLinks
{
    public static Inline Link(Inline inline)
    {
        var matches = inline.Text.Contains("](", StringComparison.Ordinal) ? Literal().Matches(inline.Text) : null;
        if (matches is null or { Count: 0 })
        {
            return inline;
        }

        var (runs, start) = (new List<Run>(), 0);
        foreach (Match match in matches)
        {
            var label = match.Groups["label"];
            runs.AddRange(inline.Cut(start, match.Index));
            runs.AddRange(inline.Cut(label.Index, label.Index + label.Length)
                .Select(r => r with { Target = match.Groups["address"].Value }));
            start = match.Index + match.Length;
        }

        return new Inline([.. runs, .. inline.Cut(start, inline.Text.Length)]);
    }

    [GeneratedRegex(@"\[(?<label>[^\[\]\n]{1,300})\]\(\s?(?<address>https?://[^\s()<>]{1,2000})\s?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}
