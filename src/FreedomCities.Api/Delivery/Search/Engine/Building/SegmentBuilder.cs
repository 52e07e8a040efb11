namespace FreedomCities.Api.Delivery.Search.Engine.Building;

/// <summary>
/// Builds a segment. A posting's weight is the term's frequency in the document, as in BM25F (Robertson, Zaragoza, Taylor, CIKM 2004):
/// the frequency in each field is normalized by the field's length and multiplied by its boost, and the sum is saturated by k1.
/// </summary>
/// <param name="wordCounts">Counts the words for the spell checker.</param>
internal sealed class SegmentBuilder(Analyzer analyzer, FieldLengths averageLengths, Dictionary<string, int> wordCounts)
{
    private const double K1 = 4;

    private readonly Lexicon _lexicon = new();
    private readonly List<SearchDocument> _documents = [];

    // Of each document.
    private readonly List<(int[] TermNumbers, byte[] Weights)> _postings = [];

    // Of the document that is added: its terms, and by their numbers how frequent they are. 0: it doesn't have the term.
    private readonly List<int> _termNumbers = [];
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
            AddFrequency(_lexicon.GetNumber(term), double.PositiveInfinity);
        }

        _postings.Add((_termNumbers.ToArray(), _termNumbers.ConvertAll(ComputeWeight).ToArray()));
        _documents.Add(document);
        _termNumbers.ForEach(number => _frequencies[number] = 0);
        _termNumbers.Clear();
    }

    public Segment Build()
    {
        var counts = CountPostings();
        int[] numbers = [.. Enumerable.Range(0, counts.Length)];
        var terms = Array.ConvertAll(numbers, _lexicon.GetTerm);
        Array.Sort(terms, numbers);
        var (offsets, next) = (new int[terms.Length + 1], new int[terms.Length]);
        for (var i = 0; i < terms.Length; i++)
        {
            next[numbers[i]] = offsets[i];
            offsets[i + 1] = offsets[i] + counts[numbers[i]];
        }

        var (documentNumbers, documentWeights) = (new ushort[offsets[^1]], new byte[offsets[^1]]);
        foreach (var (document, (termNumbers, weights)) in _postings.Index())
        {
            for (var i = 0; i < termNumbers.Length; i++)
            {
                var place = next[termNumbers[i]]++;
                (documentNumbers[place], documentWeights[place]) = ((ushort)document, weights[i]);
            }
        }

        _lexicon.AddCountsTo(wordCounts);
        return new Segment([.. _documents], terms, offsets, documentNumbers, documentWeights);
    }

    private int[] CountPostings()
    {
        var counts = new int[_lexicon.TermCount];
        foreach (var (termNumbers, _) in _postings)
        {
            foreach (var number in termNumbers)
            {
                counts[number]++;
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
            var word = _lexicon.GetWord(tokens.Current);
            word.Count++;
            foreach (var number in word.TermNumbers)
            {
                AddFrequency(number, normalizedBoost);
            }

            if (before is not null)
            {
                AddFrequency(_lexicon.GetNumber(TermExtractor.WordPair(before.StemPrefix, word.StemPrefix)), normalizedBoost);
            }

            if (tokens.Written is { } written)
            {
                AddFrequency(_lexicon.GetNumber(TermExtractor.Written(written)), normalizedBoost);
            }

            before = word;
        }
    }

    /// <param name="frequency">More than 0.</param>
    private void AddFrequency(int termNumber, double frequency)
    {
        if (termNumber >= _frequencies.Length)
        {
            Array.Resize(ref _frequencies, _lexicon.TermCount * 2);
        }

        ref var sum = ref _frequencies[termNumber];
        if (sum == 0)
        {
            _termNumbers.Add(termNumber);
        }

        sum += frequency;
    }

    private byte ComputeWeight(int termNumber)
    {
        var saturated = 1 - (K1 / (K1 + _frequencies[termNumber])); // of an infinite frequency: 1
        return (byte)Math.Max(1, Math.Round(Segment.MaxWeight * saturated));
    }
}
