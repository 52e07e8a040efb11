namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>Finds the indexed words that are one edit away from a misspelt word.</summary>
internal sealed class SpellChecker
{
    /// <summary>Longer words aren't corrected.</summary>
    public const int MaxWordLength = 40;

    private readonly string[] _words;
    private readonly int[] _counts;
    private readonly int[] _bySuffix;

    /// <param name="counts">The number of occurrences of each folded word.</param>
    public SpellChecker(Dictionary<string, int> counts)
    {
        _words = [.. counts.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _counts = Array.ConvertAll(_words, w => counts[w]);
        _bySuffix = [.. Enumerable.Range(0, _words.Length)];
        Array.Sort(_bySuffix, (a, b) => CompareSuffixes(_words[a], _words[b]));
    }

    /// <summary>
    /// Whether a word is corrected. Short words and numbers have too many neighbours, and a token of an unspaced script is no word.
    /// </summary>
    public static bool IsEligible(ReadOnlySpan<char> word) =>
        word.Length is >= 5 and <= MaxWordLength && !TermExtractor.IsUnspaced(word[0]) && !word.ContainsAnyInRange('0', '9');

    public bool Contains(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) >= 0;

    /// <summary>Whether a word begins with the prefix.</summary>
    public bool HasPrefix(string prefix) => FindRange(i => string.CompareOrdinal(_words[i], 0, prefix, 0, prefix.Length)).Any();

    /// <summary>The words at Damerau-Levenshtein distance 1, with their counts.</summary>
    /// <remarks>One edit leaves the first or the second half of a word unchanged: only words with such a half are compared.</remarks>
    public IEnumerable<(string Word, int Count)> Suggest(string word)
    {
        var half = (word.Length - 1) / 2;
        var (prefix, suffix) = (word[..half], word[(half + 1)..]);
        var candidates = FindRange(i => string.CompareOrdinal(_words[i], 0, prefix, 0, prefix.Length))
            .Concat(FindRange(i => CompareSuffixes(_words[_bySuffix[i]], suffix, suffix.Length)).Select(i => _bySuffix[i]));
        return candidates.Where(i => IsOneEdit(word, _words[i])).Select(i => (_words[i], _counts[i]));
    }

    /// <summary>The indexes that compare as equal in an ascending order, by binary search.</summary>
    private IEnumerable<int> FindRange(Func<int, int> compare)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = compare(middle) < 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < _words.Length && compare(low) == 0; low++)
        {
            yield return low;
        }
    }

    /// <summary>Compares two words backwards from their ends, at most <paramref name="length"/> characters.</summary>
    private static int CompareSuffixes(string a, string b, int length = int.MaxValue)
    {
        for (var i = 1; i <= length; i++)
        {
            if (i > a.Length || i > b.Length)
            {
                return a.Length.CompareTo(b.Length);
            }

            if (a[^i] != b[^i])
            {
                return a[^i].CompareTo(b[^i]);
            }
        }

        return 0;
    }

    private static bool IsOneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var prefix = a.CommonPrefixLength(b);
        var restOfA = a[prefix..];
        var restOfB = b[prefix..];
        if (restOfA.Length != restOfB.Length)
        {
            return restOfA.Length < restOfB.Length ? restOfA.SequenceEqual(restOfB[1..]) : restOfA[1..].SequenceEqual(restOfB);
        }

        return restOfA.IsEmpty || restOfA[1..].SequenceEqual(restOfB[1..]) || IsTransposed(restOfA, restOfB);
    }

    private static bool IsTransposed(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
