namespace FreedomCities.Api.Delivery.Search;

/// <summary>Documents that were indexed together, and their words.</summary>
internal sealed record IndexPart(Segment[] Segments, Spelling Spelling, FieldLengths Means)
{
    public int Count { get; } = Segments.Sum(s => s.Count);
}

/// <summary>Indexes documents; a record's translations follow each other.</summary>
internal sealed class IndexPartBuilder(FieldLengths means)
{
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private SegmentBuilder? _building;
    private Guid _last;

    public void Add(SearchDocument document)
    {
        if (_building?.Count >= Segment.Size && document.Id != _last)
        {
            Finish();
        }

        (_building ??= new SegmentBuilder(means, _words)).Add(document);
        _last = document.Id;
    }

    public IndexPart Build()
    {
        Finish();
        return new IndexPart([.. _segments], new Spelling(_words), means);
    }

    private void Finish()
    {
        if (_building is not null)
        {
            _segments.Add(_building.Build());
            _building = null;
        }
    }
}
