using FreedomCities.Api.Delivery.Search.Engine.Semantics;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>
/// Documents and the postings of their terms: three bytes each, a document number and a weight. A segment holds FAQ entries or other
/// records, and all translations of a record, next to each other.
/// </summary>
/// <param name="terms">Ascending.</param>
/// <param name="offsets">Where the postings of each term begin, and where the last ones end.</param>
internal sealed class Segment(SearchDocument[] documents, ulong[] terms, int[] offsets, ushort[] documentNumbers, byte[] weights)
{
    /// <summary>About how many documents a segment holds, so that their scores fit into the processor's cache.</summary>
    public const int TargetCount = 16_384;
    public const float MaxWeight = byte.MaxValue;

    private readonly VectorBlocks _vectors = new(documents);

    public int Count => documents.Length;

    /// <summary>
    /// Whether it holds FAQ entries. Only they count for the idf: in the names of topics, people and policies, words of frequent questions
    /// would seem rare.
    /// </summary>
    public bool HoldsFaqs => documents[0].Type == "faq";

    public SearchDocument[] Documents => documents;

    /// <summary>The postings of a term.</summary>
    public Range Find(ulong term) => Array.BinarySearch(terms, term) is >= 0 and var i ? offsets[i]..offsets[i + 1] : default;

    public IEnumerable<SearchDocument> FindDocuments(ulong term) => documentNumbers[Find(term)].Select(number => documents[number]);

    /// <summary>Adds the weight of each posting, multiplied by <paramref name="boost"/>, to the score of its document.</summary>
    public void AddScores(Range postings, float boost, Span<float> scores)
    {
        var numbers = documentNumbers.AsSpan(postings);
        var postingWeights = weights.AsSpan(postings)[..numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            scores[numbers[i]] += postingWeights[i] * boost;
        }
    }

    /// <summary>Adds how close each document is to a query. Without vectors, its score by words is scaled to the same maximum.</summary>
    /// <param name="maxScore">The score of a document with all terms of the query.</param>
    public void AddScores(SemanticQuery meaning, double maxScore, Span<float> scores)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            scores[i] += _vectors.Compare(i, meaning.Vector) is (var title, var text)
                ? (float)(maxScore * meaning.Score(title, text, scores[i]))
                : scores[i] * (float)(meaning.MaxScore - 1);
        }
    }

    /// <summary>All translations of the record of a document.</summary>
    public ReadOnlySpan<SearchDocument> Translations(int number) => documents.AsSpan(TranslationRange(number));

    /// <summary>Whether no other translation of the record has a higher score, and no earlier one the same score.</summary>
    public bool IsBestTranslation(int number, ReadOnlySpan<float> scores)
    {
        var (first, length) = TranslationRange(number).GetOffsetAndLength(documents.Length);
        var own = scores.Slice(first, length);
        return own[..(number - first)].IndexOfAnyInRange(scores[number], float.MaxValue) < 0
            && own[(number - first)..].IndexOfAnyInRange(MathF.BitIncrement(scores[number]), float.MaxValue) < 0;
    }

    private Range TranslationRange(int number)
    {
        var (first, end) = (number, number + 1);
        while (first > 0 && documents[first - 1].Id == documents[number].Id)
        {
            first--;
        }

        while (end < documents.Length && documents[end].Id == documents[number].Id)
        {
            end++;
        }

        return first..end;
    }
}
