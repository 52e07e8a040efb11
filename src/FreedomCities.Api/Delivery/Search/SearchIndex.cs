using System.Buffers;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>A record that a query found.</summary>
/// <param name="Translations">The record in all its languages.</param>
/// <param name="Score">How much of what the query says the record says, 0 to 1.</param>
internal sealed record Match(SearchDocument[] Translations, double Score);

/// <summary>
/// Finds records by readers' own words: any word may match, and what few FAQ entries have counts more (inverse document frequency).
/// Never changed: a change of the content makes another one.
/// </summary>
/// <param name="settled">Everything as of some time.</param>
/// <param name="recent">What has changed since.</param>
/// <param name="changed">The records that have: what settled has of them is no longer so.</param>
internal sealed class SearchIndex(IndexPart settled, IndexPart recent, HashSet<Guid> changed)
{
    // Where reading everything anew takes no time, or keeps changes cheap again.
    private const int SmallCount = 1_000;
    private const double RecentShare = 0.1;

    private readonly Segment[] _segments = [.. settled.Segments, .. recent.Segments];
    private readonly int _count = settled.Count + recent.Count;
    private readonly int _faqs = settled.Segments.Concat(recent.Segments).Where(s => s.IsOfFaqs).Sum(s => s.Count);

    public SearchIndex(IndexPart settled)
        : this(settled, new IndexPartBuilder(settled.Means).Build(), [])
    {
    }

    /// <summary>The index after a change of some records; null: read everything anew instead.</summary>
    /// <param name="ids">All that may have changed.</param>
    /// <param name="now">What there is of them now.</param>
    public SearchIndex? With(HashSet<Guid> ids, IReadOnlyCollection<SearchDocument> now)
    {
        if (settled.Count < SmallCount || recent.Count + now.Count > settled.Count * RecentShare)
        {
            return null;
        }

        var builder = new IndexPartBuilder(settled.Means);
        foreach (var document in recent.Segments.SelectMany(s => s.Documents).Where(d => !ids.Contains(d.Id)).Concat(now))
        {
            builder.Add(document);
        }

        return new SearchIndex(settled, builder.Build(), [.. changed, .. ids]);
    }

    /// <summary>The near word that is the most frequent; null: the word is known, or has none.</summary>
    /// <param name="word">Folded.</param>
    public string? Correction(string word) =>
        !Spelling.Minds(word) || settled.Spelling.Knows(word) || recent.Spelling.Knows(word)
            ? null
            : settled.Spelling.Near(word).Concat(recent.Spelling.Near(word)).OrderByDescending(n => n.Count).FirstOrDefault().Word;

    /// <summary>Whether a known word begins so.</summary>
    /// <param name="word">Folded.</param>
    public bool Begins(string word) => settled.Spelling.Begins(word) || recent.Spelling.Begins(word);

    /// <summary>How much it says that a document has a feature: the less, the more FAQ entries have it.</summary>
    public double Importance(ulong feature) => Importance(Find(feature));

    /// <summary>The records that match best, best first; ties in the order in which the records were made.</summary>
    /// <param name="features">What is asked, each feature as often as it was said.</param>
    /// <param name="firsts">Features that put a record before all that lack them.</param>
    /// <param name="suits">Whether a record may be among them.</param>
    public Match[] Rank(IEnumerable<ulong> features, IEnumerable<ulong> firsts, Func<SearchDocument, bool> suits, int limit)
    {
        var scores = ArrayPool<float>.Shared.Rent(_count);
        try
        {
            Array.Clear(scores, 0, _count);
            var possible = 0.0;
            foreach (var (feature, times) in features.CountBy(f => f))
            {
                var postings = Find(feature);
                var importance = times * Importance(postings);
                Add(postings, importance, scores);
                possible += importance;
            }

            foreach (var first in firsts)
            {
                Add(Find(first), Math.Max(1, possible), scores);
            }

            return Best(scores, possible, suits, limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private Range[] Find(ulong feature) => Array.ConvertAll(_segments, s => s.Find(feature));

    private double Importance(Range[] postings)
    {
        var having = _segments.Zip(postings).Where(p => p.First.IsOfFaqs).Sum(p => p.Second.End.Value - p.Second.Start.Value);
        return Math.Log(1 + ((_faqs - having + 0.5) / (having + 0.5)));
    }

    private void Add(Range[] postings, double importance, float[] scores)
    {
        var first = 0;
        for (var i = 0; i < _segments.Length; i++)
        {
            _segments[i].Add(postings[i], (float)(importance / Segment.MaxWeight), scores.AsSpan(first, _segments[i].Count));
            first += _segments[i].Count;
        }
    }

    private Match[] Best(float[] scores, double possible, Func<SearchDocument, bool> suits, int limit)
    {
        var best = new PriorityQueue<(Segment Segment, int Number), (float Score, int Order)>(limit + 1);
        var (first, least) = (0, 0f);
        foreach (var segment in _segments)
        {
            var own = scores.AsSpan(first, segment.Count);
            for (var i = 0; i < own.Length; i++)
            {
                if (own[i] > least && suits(segment.Documents[i]) && segment.IsBestTranslation(i, own) && IsCurrent(segment, i))
                {
                    best.Enqueue((segment, i), (own[i], -(first + i)));
                    if (best.Count > limit)
                    {
                        best.Dequeue();
                    }

                    least = best.Count == limit && best.TryPeek(out _, out var last) ? last.Score : 0;
                }
            }

            first += segment.Count;
        }

        var matches = new Match[best.Count];
        for (var i = matches.Length - 1; best.TryDequeue(out var found, out var rank); i--)
        {
            matches[i] = new Match(found.Segment.Record(found.Number).ToArray(), Math.Min(1, rank.Score / possible));
        }

        return matches;
    }

    private bool IsCurrent(Segment segment, int number) =>
        recent.Segments.Contains(segment) || !changed.Contains(segment.Documents[number].Id);
}
