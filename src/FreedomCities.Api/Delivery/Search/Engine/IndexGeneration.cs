using System.Collections.Immutable;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>Documents that were indexed together, and their words.</summary>
internal sealed record IndexGeneration(Segment[] Segments, SpellChecker SpellChecker, FieldLengths AverageFieldLengths)
{
    public int Count { get; } = Segments.Sum(s => s.Count);

    /// <summary>Records that have changed since: what is here of them is no longer so.</summary>
    public ImmutableHashSet<Guid> Deleted { get; init; } = [];

    public IEnumerable<SearchDocument> Documents => Segments.SelectMany(s => s.Documents);
}

/// <summary>Indexes documents; a record's translations follow each other.</summary>
internal sealed class IndexGenerationBuilder(FieldLengths means)
{
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private SegmentBuilder? _faqs;
    private SegmentBuilder? _others;
    private Guid _last;

    public void Add(SearchDocument document)
    {
        ref var builder = ref document.Type == "faq" ? ref _faqs : ref _others;
        if (builder?.Count >= Segment.Size && document.Id != _last)
        {
            Finish(ref builder);
        }

        (builder ??= new SegmentBuilder(means, _words)).Add(document);
        _last = document.Id;
    }

    public IndexGeneration Build()
    {
        Finish(ref _faqs);
        Finish(ref _others);
        return new IndexGeneration([.. _segments], new SpellChecker(_words), means);
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
