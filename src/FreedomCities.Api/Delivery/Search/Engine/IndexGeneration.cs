using System.Collections.Immutable;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>Segments that were built together, with their spell checker.</summary>
internal sealed record IndexGeneration(Segment[] Segments, SpellChecker SpellChecker, Analyzer Analyzer, FieldLengths AverageFieldLengths)
{
    public int Count { get; } = Segments.Sum(s => s.Count);

    /// <summary>Deleted documents: records that have changed since. A later generation has their present documents.</summary>
    public ImmutableHashSet<Guid> Deleted { get; init; } = [];

    public IEnumerable<SearchDocument> Documents => Segments.SelectMany(s => s.Documents);
}
