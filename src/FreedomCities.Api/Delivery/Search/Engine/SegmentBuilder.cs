using System.Runtime.InteropServices;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>
/// Builds a segment. A posting's weight is the term's frequency in the document, as in BM25F (Robertson, Zaragoza, Taylor, CIKM 2004):
/// the frequency in each field is normalized by the field's length and multiplied by its boost, and the sum is saturated by k1.
/// </summary>
/// <param name="wordCounts">Counts the words for the spell checker.</param>
internal sealed class SegmentBuilder(Analyzer analyzer, FieldLengths averageLengths, Dictionary<string, int> wordCounts)
{
    private const double K1 = 4;

    private readonly List<SearchDocument> _documents = [];
    private readonly Dictionary<ulong, List<uint>> _postings = [];
    private readonly Dictionary<ulong, double> _frequencies = [];
    private readonly List<ulong> _terms = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordCounts =
        wordCounts.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _documents.Count;

    public void Add(SearchDocument document)
    {
        _frequencies.Clear();
        // The name of a topic is its context only. In the title it would rank above the topic's own answers.
        AddField(document.Type == "topic" ? "" : document.Title, boost: 6, b: 0.8, averageLengths.Title);
        AddField(document.Context, boost: 3, b: 0.5, averageLengths.Context);
        AddField(string.Join('\n', document.Aliases), boost: 2, b: 0.8, averageLengths.Aliases);
        AddField(document.BodyText, boost: 1, b: 0.7, averageLengths.Body);
        foreach (var (term, frequency) in _frequencies)
        {
            AddPosting(term, (byte)Math.Max(1, Math.Round(Segment.MaxWeight * frequency / (K1 + frequency))));
        }

        var title = analyzer.Normalize(document.Title);
        foreach (var term in document.Aliases.Select(analyzer.Normalize).Prepend(title).Select(TermExtractor.ExactTerm)
            .Concat(document.Type == "faq" ? TermExtractor.EdgeNgrams(title) : []).Distinct())
        {
            AddPosting(term, (byte)Segment.MaxWeight);
        }

        _documents.Add(document);
    }

    public Segment Build()
    {
        var terms = _postings.Keys.ToArray();
        Array.Sort(terms);
        var offsets = new int[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++)
        {
            offsets[i + 1] = offsets[i] + _postings[terms[i]].Count;
        }

        var (documentNumbers, weights) = (new ushort[offsets[^1]], new byte[offsets[^1]]);
        for (var i = 0; i < terms.Length; i++)
        {
            var offset = offsets[i];
            foreach (var posting in _postings[terms[i]])
            {
                (documentNumbers[offset], weights[offset++]) = ((ushort)(posting >> 8), (byte)posting);
            }
        }

        return new Segment([.. _documents], terms, offsets, documentNumbers, weights);
    }

    private void AddField(string text, double boost, double b, double averageLength)
    {
        _terms.Clear();
        ulong? before = null;
        for (var tokens = analyzer.Tokenize(text); tokens.MoveNext();)
        {
            var token = tokens.Current;
            TermExtractor.AddTo(_terms, token);
            if (before is { } first)
            {
                _terms.Add(TermExtractor.WordPair(first, token));
            }

            if (tokens.Written is { } written)
            {
                _terms.Add(TermExtractor.Written(written));
            }

            before = TermExtractor.StemPrefix(token);
            if (SpellChecker.IsEligible(token))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_wordCounts, token, out _)++;
            }
        }

        var normalizedBoost = boost / (1 - b + (b * text.Length / averageLength));
        foreach (var term in _terms)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_frequencies, term, out _) += normalizedBoost;
        }
    }

    private void AddPosting(ulong term, byte weight)
    {
        ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, term, out _);
        (postings ??= new List<uint>(1)).Add(((uint)_documents.Count << 8) | weight);
    }
}
