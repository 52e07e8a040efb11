using System.Text.RegularExpressions;

namespace FreedomCities.Api.Delivery.Search.Engine.Semantics;

/// <summary>Splits plain text into sentences.</summary>
internal static partial class Sentences
{
    // What is shorter, like "Mr." or "Yes.", belongs to the sentence that follows.
    private const int MinLength = 20;

    /// <returns>The ranges of the sentences. Together they are the whole text.</returns>
    public static Range[] Split(string text)
    {
        var (sentences, start) = (new List<Range>(), 0);
        foreach (var gap in Gap.EnumerateMatches(text))
        {
            var end = gap.Index + gap.Length;
            if (end - start >= MinLength && end < text.Length)
            {
                sentences.Add(start..end);
                start = end;
            }
        }

        sentences.Add(start..text.Length);
        return [.. sentences];
    }

    [GeneratedRegex(@"\n\s*|(?<=[.!?][""'”’)\]]*)\s+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Gap { get; }
}
