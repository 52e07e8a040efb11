using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>A text as readers take it.</summary>
internal static partial class SourceLines
{
    private const int MaxBlockLength = 100_000;

    /// <summary>With \n at its lines' ends, in Unicode normalization form C.</summary>
    public static string Normalize(string text) => text.ReplaceLineEndings("\n").Normalize();

    /// <summary>The time that a Markdown parser takes for a block can grow with the square of its length.</summary>
    /// <exception cref="ImportException">A paragraph is too long.</exception>
    public static void EnsureShortBlocks(string text)
    {
        var line = 1;
        foreach (var range in BlankLine().EnumerateSplits(text))
        {
            var block = text.AsSpan(range);
            if (block.Length > MaxBlockLength)
            {
                throw new ImportException($"line {line}: a paragraph is longer than {MaxBlockLength} characters.");
            }

            line += block.Count('\n') + 2;
        }
    }

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.None, 1000)]
    private static partial Regex BlankLine();
}
