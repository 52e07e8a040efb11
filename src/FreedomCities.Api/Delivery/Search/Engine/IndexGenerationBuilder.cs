namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>Indexes documents. The translations of a record must be added one after the other.</summary>
internal sealed class IndexGenerationBuilder(Analyzer analyzer, FieldLengths averageLengths)
{
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<string, int> _wordCounts = new(StringComparer.Ordinal);
    private SegmentBuilder? _faqs;
    private SegmentBuilder? _others;
    private Guid _last;

    public void Add(SearchDocument document)
    {
        ref var builder = ref document.Type == "faq" ? ref _faqs : ref _others;
        if (builder?.Count >= Segment.TargetCount && document.Id != _last)
        {
            Finish(ref builder);
        }

        (builder ??= new SegmentBuilder(analyzer, averageLengths, _wordCounts)).Add(document);
        _last = document.Id;
    }

    public IndexGeneration Build()
    {
        Finish(ref _faqs);
        Finish(ref _others);
        return new IndexGeneration([.. _segments], new SpellChecker(_wordCounts), analyzer, averageLengths);
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
