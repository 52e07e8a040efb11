namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>
/// What texts are compared by, in any language without knowing it: every four characters of a word with a blank before and behind it,
/// so that a word with a typo or another ending still shares most of them, and its first five, which stand for its stem.
/// In scripts that don't part words by blanks: every character, and every two.
/// </summary>
internal static class TermExtractor
{
    private const int NgramLength = 4;
    private const int PairLength = 2;
    private const int StemPrefixLength = 5;
    private const int MaxEdgeNgramLength = 16;

    // So that one kind of feature isn't taken for another.
    private const ulong StemPrefixSeed = 0x9E37_79B9_7F4A_7C15;
    private const ulong ExactTermSeed = 0xC2B2_AE3D_27D4_EB4F;
    private const ulong EdgeNgramSeed = 0x1656_67B1_9E37_79F9;

    /// <summary>Adds the features of a folded word, each as often as it occurs.</summary>
    /// <param name="isUnfinished">The word may go on.</param>
    public static void AddTo(List<ulong> features, ReadOnlySpan<char> word, bool isUnfinished = false)
    {
        if (IsUnspaced(word[0]))
        {
            AddNgrams(features, word, 1);
            AddNgrams(features, word, PairLength);
            return;
        }

        Span<char> padded = word.Length < 128 ? stackalloc char[word.Length + 2] : new char[word.Length + 2];
        padded[0] = padded[^1] = ' ';
        word.CopyTo(padded[1..]);
        AddNgrams(features, isUnfinished ? padded[..^1] : padded, NgramLength);
        features.Add(StemPrefix(word));
    }

    /// <summary>A word's beginning: what words with the same stem share.</summary>
    public static ulong StemPrefix(ReadOnlySpan<char> word) => Hash(StemPrefixSeed, word[..Math.Min(StemPrefixLength, word.Length)]);

    /// <summary>What a question has that is just these folded words.</summary>
    public static ulong ExactTerm(string folded) => Hash(ExactTermSeed, folded);

    /// <summary>What a question has that starts with these folded words; beyond some characters they don't count.</summary>
    public static ulong EdgeNgram(string folded) => Hash(EdgeNgramSeed, folded.AsSpan(0, Math.Min(MaxEdgeNgramLength, folded.Length)));

    /// <summary>All starts of a question, given its folded words.</summary>
    public static IEnumerable<ulong> EdgeNgrams(string folded) =>
        Enumerable.Range(1, Math.Min(MaxEdgeNgramLength, folded.Length)).Select(n => EdgeNgram(folded[..n]));

    /// <summary>Whether a character is of a script that writes words without blanks between them: Chinese, Japanese, Thai, Lao, Khmer, Burmese.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uD840' and <= '\uD888');

    private static void AddNgrams(List<ulong> features, ReadOnlySpan<char> text, int length)
    {
        for (var i = 0; i == 0 || i + length <= text.Length; i++)
        {
            var gram = 0UL;
            foreach (var c in text.Slice(i, Math.Min(length, text.Length - i)))
            {
                gram = (gram << 16) | c;
            }

            features.Add(gram);
        }
    }

    private static ulong Hash(ulong seed, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            seed = (seed ^ c) * 0x0000_0100_0000_01B3; // FNV-1a, over characters
            seed ^= seed >> 29;
        }

        return seed;
    }
}
