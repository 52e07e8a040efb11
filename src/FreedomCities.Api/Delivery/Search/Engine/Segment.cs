namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>
/// Some documents and, for each feature, in which of them it occurs and how much it says there: three bytes for each.
/// It is of FAQ entries or of other records; the translations of a record are next to each other.
/// </summary>
internal sealed class Segment(SearchDocument[] documents, ulong[] features, int[] starts, ushort[] numbers, byte[] weights)
{
    /// <summary>About how many documents it has, so that their scores fit into the processor's cache.</summary>
    public const int Size = 16_384;
    public const float MaxWeight = byte.MaxValue;

    public int Count => documents.Length;

    /// <summary>Whether it is of FAQ entries. How rare a word is, is counted in them alone: the names of topics, people and policies would make rare what is asked often.</summary>
    public bool IsOfFaqs => documents[0].Type == "faq";

    public SearchDocument[] Documents => documents;

    /// <summary>Where the feature's postings are.</summary>
    public Range Find(ulong feature) => Array.BinarySearch(features, feature) is >= 0 and var i ? starts[i]..starts[i + 1] : default;

    /// <summary>Adds to each document's score what the postings say, times the feature's importance.</summary>
    public void Add(Range postings, float importance, Span<float> scores)
    {
        var found = numbers.AsSpan(postings);
        var says = weights.AsSpan(postings)[..found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            scores[found[i]] += says[i] * importance;
        }
    }

    /// <summary>All translations of the record that a document is of.</summary>
    public ReadOnlySpan<SearchDocument> Record(int number) => documents.AsSpan(Translations(number));

    /// <summary>Whether no other translation of the same record scores more, nor an earlier one as much.</summary>
    public bool IsBestTranslation(int number, ReadOnlySpan<float> scores)
    {
        var (first, length) = Translations(number).GetOffsetAndLength(documents.Length);
        var own = scores.Slice(first, length);
        return own[..(number - first)].IndexOfAnyInRange(scores[number], float.MaxValue) < 0
            && own[(number - first)..].IndexOfAnyInRange(MathF.BitIncrement(scores[number]), float.MaxValue) < 0;
    }

    private Range Translations(int number)
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
