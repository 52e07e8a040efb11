namespace FreedomCities.Api.Delivery.Search.Engine.Building;

/// <summary>
/// Builds a segment. A posting's weight is the term's frequency in the document, as in BM25F (Robertson, Zaragoza, Taylor, CIKM 2004):
/// the frequency in each field is normalized by the field's length and multiplied by its boost, and the sum is saturated by k1.
/// </summary>
internal sealed class SegmentBuilder(Analyzer analyzer, FieldLengths averageLengths, Lexicon lexicon)
{
    private const double K1 = 4;

    private readonly List<SearchDocument> _documents = [];

    // Of each document: the numbers of its terms, and their weights.
    private readonly List<(int[] Terms, byte[] Weights)> _postings = [];

    // Of the document that is added, by the number of the term.
    private readonly List<int> _terms = [];
    private double[] _frequencies = [];

    public int Count => _documents.Count;

    public void Add(SearchDocument document)
    {
        // The name of a topic is its context only. In the title it would rank above the topic's own answers.
        AddField(document.Type == "topic" ? "" : document.Title, boost: 6, b: 0.8, averageLengths.Title);
        AddField(document.Context, boost: 3, b: 0.5, averageLengths.Context);
        AddField(string.Join('\n', document.Aliases), boost: 2, b: 0.8, averageLengths.Aliases);
        AddField(document.BodyText, boost: 1, b: 0.7, averageLengths.Body);

        var title = analyzer.Normalize(document.Title);
        foreach (var term in document.Aliases.Select(analyzer.Normalize).Prepend(title).Select(TermExtractor.ExactTerm)
            .Concat(document.Type == "faq" ? TermExtractor.EdgeNgrams(title) : []))
        {
            AddFrequency(lexicon.Number(term), double.PositiveInfinity);
        }

        _postings.Add(([.. _terms], TakeWeights()));
        _documents.Add(document);
    }

    public Segment Build()
    {
        var counts = CountPostings();
        int[] numbers = [.. Enumerable.Range(0, counts.Length).Where(n => counts[n] > 0)];
        var terms = Array.ConvertAll(numbers, lexicon.Term);
        Array.Sort(terms, numbers);
        var offsets = new int[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++)
        {
            offsets[i + 1] = offsets[i] + counts[numbers[i]];
            counts[numbers[i]] = offsets[i];
        }

        var (documentNumbers, documentWeights) = (new ushort[offsets[^1]], new byte[offsets[^1]]);
        foreach (var (document, (ofDocument, weights)) in _postings.Index())
        {
            for (var i = 0; i < ofDocument.Length; i++)
            {
                var next = counts[ofDocument[i]]++;
                (documentNumbers[next], documentWeights[next]) = ((ushort)document, weights[i]);
            }
        }

        return new Segment([.. _documents], terms, offsets, documentNumbers, documentWeights);
    }

    private int[] CountPostings()
    {
        var counts = new int[lexicon.TermCount];
        foreach (var (terms, _) in _postings)
        {
            foreach (var term in terms)
            {
                counts[term]++;
            }
        }

        return counts;
    }

    private void AddField(string text, double boost, double b, double averageLength)
    {
        var normalizedBoost = boost / (1 - b + (b * text.Length / averageLength));
        Word? before = null;
        for (var tokens = analyzer.Tokenize(text); tokens.MoveNext();)
        {
            var word = lexicon.Find(tokens.Current);
            word.Count++;
            foreach (var term in word.Terms)
            {
                AddFrequency(term, normalizedBoost);
            }

            if (before is not null)
            {
                AddFrequency(lexicon.Number(TermExtractor.WordPair(before.StemPrefix, tokens.Current)), normalizedBoost);
            }

            if (tokens.Written is { } written)
            {
                AddFrequency(lexicon.Number(TermExtractor.Written(written)), normalizedBoost);
            }

            before = word;
        }
    }

    private void AddFrequency(int term, double frequency)
    {
        if (term >= _frequencies.Length)
        {
            Array.Resize(ref _frequencies, lexicon.TermCount * 2);
        }

        if (_frequencies[term] == 0)
        {
            _terms.Add(term);
        }

        _frequencies[term] += frequency;
    }

    private byte[] TakeWeights()
    {
        var weights = new byte[_terms.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            var saturated = 1 - (K1 / (K1 + _frequencies[_terms[i]])); // of an infinite frequency: 1
            weights[i] = (byte)Math.Max(1, Math.Round(Segment.MaxWeight * saturated));
            _frequencies[_terms[i]] = 0;
        }

        _terms.Clear();
        return weights;
    }
}
