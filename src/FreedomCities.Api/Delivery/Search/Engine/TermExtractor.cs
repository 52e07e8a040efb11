namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>
/// Turns folded tokens into terms, without knowing their language. A token has the 4-grams of its characters with a space before and
/// after, most of which survive a typo or another ending, and its first five characters, which stand for its stem. In scripts without
/// spaces between words, the terms are each character and each pair of characters, or each three letters. Two neighbouring tokens have a
/// term, and so has a token with accents.
/// </summary>
internal static class TermExtractor
{
    private const int NgramLength = 4;
    private const int PairLength = 2;
    private const int TripleLength = 3;
    private const int StemPrefixLength = 5;
    private const int MaxEdgeNgramLength = 16;

    // Each kind of term is hashed with a seed of its own, so that the same text gives different terms.
    private const ulong StemPrefixSeed = 0x9E37_79B9_7F4A_7C15;
    private const ulong ExactTermSeed = 0xC2B2_AE3D_27D4_EB4F;
    private const ulong EdgeNgramSeed = 0x1656_67B1_9E37_79F9;
    private const ulong WordPairFactor = 0x27D4_EB2F_1656_67C5;
    private const ulong WrittenSeed = 0x8564_51A3_CD2B_F1E9;

    /// <summary>Adds the terms of a folded token, each once per occurrence.</summary>
    /// <param name="isPrefix">The token is the beginning of a word.</param>
    public static void AddTo(List<ulong> terms, ReadOnlySpan<char> token, bool isPrefix = false)
    {
        if (IsSyllabic(token[0]))
        {
            AddNgrams(terms, token, TripleLength);
            return;
        }

        if (IsUnspaced(token[0]))
        {
            AddNgrams(terms, token, 1);
            AddNgrams(terms, token, PairLength);
            return;
        }

        Span<char> padded = token.Length < 128 ? stackalloc char[token.Length + 2] : new char[token.Length + 2];
        padded[0] = padded[^1] = ' ';
        token.CopyTo(padded[1..]);
        AddNgrams(terms, isPrefix ? padded[..^1] : padded, NgramLength);
        terms.Add(StemPrefix(token));
    }

    /// <summary>The term of a token's first characters: words with the same stem share it.</summary>
    public static ulong StemPrefix(ReadOnlySpan<char> token) => Hash(StemPrefixSeed, token[..Math.Min(StemPrefixLength, token.Length)]);

    /// <summary>The term of two neighbouring tokens.</summary>
    /// <param name="first">The stem prefix of the first one.</param>
    /// <param name="second">The stem prefix of the second one.</param>
    public static ulong WordPair(ulong first, ulong second) => second ^ (first * WordPairFactor);

    /// <summary>The term of a token with its accents.</summary>
    public static ulong Written(string token) => Hash(WrittenSeed, token);

    /// <summary>The term of a whole question, given its folded tokens.</summary>
    public static ulong ExactTerm(string normalized) => Hash(ExactTermSeed, normalized);

    /// <summary>The term of a question's beginning, given its folded tokens: at most the first 16 characters.</summary>
    public static ulong EdgeNgram(string normalized) =>
        Hash(EdgeNgramSeed, normalized.AsSpan(0, Math.Min(MaxEdgeNgramLength, normalized.Length)));

    /// <summary>The edge n-grams of a question, given its folded tokens.</summary>
    public static IEnumerable<ulong> EdgeNgrams(string normalized) =>
        Enumerable.Range(1, Math.Min(MaxEdgeNgramLength, normalized.Length)).Select(n => EdgeNgram(normalized[..n]));

    /// <summary>Whether a character's script has no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.</summary>
    public static bool IsUnspaced(char c) =>
        IsSyllabic(c)
        || c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uD840' and <= '\uD888');

    /// <summary>Thai, Lao, Khmer, Burmese: unlike Chinese characters, single letters mean nothing.</summary>
    private static bool IsSyllabic(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');

    private static void AddNgrams(List<ulong> terms, ReadOnlySpan<char> text, int length)
    {
        for (var i = 0; i == 0 || i + length <= text.Length; i++)
        {
            var ngram = 0UL;
            foreach (var c in text.Slice(i, Math.Min(length, text.Length - i)))
            {
                ngram = (ngram << 16) | c;
            }

            terms.Add(ngram);
        }
    }

    private static ulong Hash(ulong seed, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            seed = (seed ^ c) * 0x0000_0100_0000_01B3; // FNV-1a, by UTF-16 code units
            seed ^= seed >> 29;
        }

        return seed;
    }
}
