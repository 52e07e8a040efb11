namespace FreedomCities.Api.Content;

/// <summary>
/// Finds the most similar of many texts, by the trigrams that their folded words share (Dice's coefficient, 0 to 1). A postings list
/// per trigram makes it cheap to compare thousands of texts with thousands.
/// </summary>
internal sealed class NearestText
{
    private readonly int[] _counts;
    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);

    public NearestText(IReadOnlyList<string> texts)
    {
        _counts = new int[texts.Count];
        for (var i = 0; i < _counts.Length; i++)
        {
            var trigrams = Trigrams(texts[i]);
            _counts[i] = trigrams.Count;
            foreach (var trigram in trigrams)
            {
                if (!_postings.TryGetValue(trigram, out var posting))
                {
                    _postings[trigram] = posting = [];
                }

                posting.Add(i);
            }
        }
    }

    /// <returns>Index of the most similar text, the first of equals. -1: no text shares a trigram.</returns>
    public (int Index, double Similarity) Find(string text)
    {
        var trigrams = Trigrams(text);
        var common = new int[_counts.Length];
        foreach (var i in trigrams.SelectMany(t => _postings.GetValueOrDefault(t) ?? []))
        {
            common[i]++;
        }

        var best = (Index: -1, Similarity: 0.0);
        for (var i = 0; i < common.Length; i++)
        {
            var similarity = common[i] == 0 ? 0 : 2.0 * common[i] / (_counts[i] + trigrams.Count);
            best = similarity > best.Similarity ? (i, similarity) : best;
        }

        return best;
    }

    public static double Similarity(string a, string b) => new NearestText([a]).Find(b).Similarity;

    private static HashSet<string> Trigrams(string text)
    {
        var letters = string.Concat(Folding.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        var words = string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var padded = $"  {words} ";
        return words.Length == 0
            ? []
            : Enumerable.Range(0, padded.Length - 2).Select(i => padded[i..(i + 3)]).ToHashSet(StringComparer.Ordinal);
    }
}
