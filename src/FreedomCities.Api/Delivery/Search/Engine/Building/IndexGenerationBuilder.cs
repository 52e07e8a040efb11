namespace FreedomCities.Api.Delivery.Search.Engine.Building;

/// <summary>Indexes documents.</summary>
internal sealed class IndexGenerationBuilder
{
    private readonly Analyzer _analyzer;
    private readonly FieldLengths _averageLengths;
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<string, int> _wordCounts = new(StringComparer.Ordinal);
    private SegmentBuilder? _faqs;
    private SegmentBuilder? _others;
    private Guid _last;

    private IndexGenerationBuilder(Analyzer analyzer, FieldLengths averageLengths) =>
        (_analyzer, _averageLengths) = (analyzer, averageLengths);

    /// <param name="documents">The translations of a record one after the other.</param>
    public static IndexGeneration Build(IEnumerable<SearchDocument> documents, Analyzer analyzer, FieldLengths averageLengths)
    {
        var builder = new IndexGenerationBuilder(analyzer, averageLengths);
        foreach (var document in documents)
        {
            builder.Add(document);
        }

        builder.Finish(ref builder._faqs);
        builder.Finish(ref builder._others);
        return new IndexGeneration([.. builder._segments], new SpellChecker(builder._wordCounts), analyzer, averageLengths);
    }

    private void Add(SearchDocument document)
    {
        ref var builder = ref document.Type == "faq" ? ref _faqs : ref _others;
        if (builder?.Count >= Segment.TargetCount && document.Id != _last)
        {
            Finish(ref builder);
        }

        (builder ??= new SegmentBuilder(_analyzer, _averageLengths, _wordCounts)).Add(document);
        _last = document.Id;
    }

    private void Finish(ref SegmentBuilder? builder)
    {
        if (builder is not null)
        {
            _segments.Add(builder.Build());
            builder = null;
        }
    }
}
