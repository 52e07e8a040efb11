namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>The words that the collection knows, to find the one that a misspelt word was meant to be.</summary>
internal sealed class SpellChecker
{
    private readonly string[] _words;
    private readonly int[] _counts;
    private readonly int[] _byEnding;

    /// <param name="counts">How often each folded word occurs.</param>
    public SpellChecker(Dictionary<string, int> counts)
    {
        _words = [.. counts.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _counts = Array.ConvertAll(_words, w => counts[w]);
        _byEnding = [.. Enumerable.Range(0, _words.Length)];
        Array.Sort(_byEnding, (a, b) => CompareEndings(_words[a], _words[b]));
    }

    /// <summary>Whether a word is of a kind that is corrected: short ones and numbers have too many neighbours, and unspaced runs are no words.</summary>
    public static bool IsEligible(ReadOnlySpan<char> word) =>
        word.Length is >= 5 and <= 40 && !TermExtractor.IsUnspaced(word[0]) && !word.ContainsAnyInRange('0', '9');

    public bool Contains(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) >= 0;

    /// <summary>Whether a known word begins so.</summary>
    public bool Begins(string word) => Range(i => string.CompareOrdinal(_words[i], 0, word, 0, word.Length)).Any();

    /// <summary>The known words that are one edit from an unknown one (a letter more, less or other, or two swapped), with how often they occur.</summary>
    /// <remarks>An edit leaves the first half of a word or the second as it is, so that only words with such a half are compared.</remarks>
    public IEnumerable<(string Word, int Count)> Suggest(string word)
    {
        var half = (word.Length - 1) / 2;
        var (start, end) = (word[..half], word[(half + 1)..]);
        var alike = Range(i => string.CompareOrdinal(_words[i], 0, start, 0, start.Length))
            .Concat(Range(i => CompareEndings(_words[_byEnding[i]], end, end.Length)).Select(i => _byEnding[i]));
        return alike.Where(i => IsOneEdit(word, _words[i])).Select(i => (_words[i], _counts[i]));
    }

    /// <summary>The places at which an order that ascends compares as equal.</summary>
    private IEnumerable<int> Range(Func<int, int> compare)
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

    /// <summary>Compares from the last character on, at most as many as given.</summary>
    private static int CompareEndings(string a, string b, int length = int.MaxValue)
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

        var same = a.CommonPrefixLength(b);
        var restOfA = a[same..];
        var restOfB = b[same..];
        return restOfA.Length < restOfB.Length ? restOfA.SequenceEqual(restOfB[1..])
            : restOfA.Length > restOfB.Length ? restOfA[1..].SequenceEqual(restOfB)
            : restOfA.IsEmpty || restOfA[1..].SequenceEqual(restOfB[1..]) || IsSwapped(restOfA, restOfB);
    }

    private static bool IsSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
