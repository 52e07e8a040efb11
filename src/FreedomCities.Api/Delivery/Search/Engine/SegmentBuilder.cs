using System.Runtime.InteropServices;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>The mean length of each field, in characters, where there is one.</summary>
internal sealed record FieldLengths
{
    public required double Title { get; init; }

    public required double Context { get; init; }

    public required double Aliases { get; init; }

    public required double Body { get; init; }
}

/// <summary>
/// Makes a segment. What a feature says of a document is as in BM25F (Robertson, Zaragoza, Taylor, CIKM 2004): how often it is in each field,
/// beside the field's length, times the field's weight; the sum of that is saturated.
/// </summary>
/// <param name="words">Counts the words, for spelling.</param>
internal sealed class SegmentBuilder(FieldLengths means, Dictionary<string, int> words)
{
    private const double K1 = 4;

    private readonly List<SearchDocument> _documents = [];
    private readonly Dictionary<ulong, List<uint>> _postings = [];
    private readonly Dictionary<ulong, double> _counts = [];
    private readonly List<ulong> _terms = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words = words.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _documents.Count;

    public void Add(SearchDocument document)
    {
        _counts.Clear();
        // A topic's name counts as a topic does, or it would come before the answers that are under it.
        CountTerms(document.Type == "topic" ? "" : document.Title, 6, 0.8, means.Title);
        CountTerms(document.Context, 3, 0.5, means.Context);
        CountTerms(string.Join('\n', document.Aliases), 2, 0.8, means.Aliases);
        CountTerms(document.BodyText, 1, 0.7, means.Body);
        foreach (var (feature, count) in _counts)
        {
            AddPostings(feature, (byte)Math.Max(1, Math.Round(Segment.MaxWeight * count / (K1 + count))));
        }

        var asked = Tokenizer.Folded(document.Title);
        foreach (var feature in document.Aliases.Select(Tokenizer.Folded).Prepend(asked).Select(TermExtractor.ExactTerm)
            .Concat(document.Type == "faq" ? TermExtractor.EdgeNgrams(asked) : []).Distinct())
        {
            AddPostings(feature, (byte)Segment.MaxWeight);
        }

        _documents.Add(document);
    }

    public Segment Build()
    {
        var features = _postings.Keys.ToArray();
        Array.Sort(features);
        var starts = new int[features.Length + 1];
        for (var i = 0; i < features.Length; i++)
        {
            starts[i + 1] = starts[i] + _postings[features[i]].Count;
        }

        var (numbers, weights) = (new ushort[starts[^1]], new byte[starts[^1]]);
        for (var i = 0; i < features.Length; i++)
        {
            var at = starts[i];
            foreach (var posting in _postings[features[i]])
            {
                (numbers[at], weights[at++]) = ((ushort)(posting >> 8), (byte)posting);
            }
        }

        return new Segment([.. _documents], features, starts, numbers, weights);
    }

    private void CountTerms(string text, double weight, double slope, double mean)
    {
        _terms.Clear();
        foreach (var word in new Tokenizer(text))
        {
            TermExtractor.AddTo(_terms, word);
            if (SpellChecker.IsEligible(word))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _)++;
            }
        }

        var each = weight / (1 - slope + (slope * text.Length / mean));
        foreach (var feature in _terms)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, feature, out _) += each;
        }
    }

    private void AddPostings(ulong feature, byte weight)
    {
        ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, feature, out _);
        (postings ??= new List<uint>(1)).Add(((uint)_documents.Count << 8) | weight);
    }
}
