using System.Buffers;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>A record that a query found.</summary>
/// <param name="Translations">The record in all its languages.</param>
/// <param name="Score">How much of what the query says the record says, 0 to 1.</param>
internal sealed record Match(SearchDocument[] Translations, double Score);

/// <summary>
/// Finds records by readers' own words: any word may match, and what few FAQ entries have counts more (inverse document frequency).
/// Never changed: a change of the content makes another one.
/// </summary>
/// <param name="parts">Everything as of some time, then what has changed since, by and by.</param>
internal sealed class SearchIndex(params IndexGeneration[] parts)
{
    // Where reading everything anew takes no time, or makes queries fast again.
    private const int SmallCount = 1_000;
    private const double RecentShare = 0.25;

    // A change indexes no more than these anew: larger, the part is closed, and the next change opens another.
    private const int OpenCount = 1_000;

    private static readonly Comparer<(float Score, Guid Id)> LastFirst =
        Comparer<(float Score, Guid Id)>.Create((a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Id.CompareTo(a.Id));

    private readonly (Segment Segment, IndexGeneration Part)[] _segments = [.. parts.SelectMany(p => p.Segments, (part, segment) => (segment, part))];
    private readonly int _count = parts.Sum(p => p.Count);
    private readonly int _faqs = parts.SelectMany(p => p.Segments).Where(s => s.IsOfFaqs).Sum(s => s.Count);

    /// <summary>The index after a change of some records; null: read everything anew instead.</summary>
    /// <param name="ids">All that may have changed.</param>
    /// <param name="now">What there is of them now.</param>
    public SearchIndex? With(HashSet<Guid> ids, IReadOnlyCollection<SearchDocument> now)
    {
        if (parts[0].Count < SmallCount || _count - parts[0].Count + now.Count > parts[0].Count * RecentShare)
        {
            return null;
        }

        var open = parts is [_, .., { Count: < OpenCount } last] ? last : null;
        var builder = new IndexGenerationBuilder(parts[0].AverageFieldLengths);
        foreach (var document in (open?.Documents ?? []).Where(d => !ids.Contains(d.Id)).Concat(now))
        {
            builder.Add(document);
        }

        return new SearchIndex([.. parts.Where(p => p != open).Select(p => p with { Deleted = p.Deleted.Union(ids) }), builder.Build()]);
    }

    /// <summary>The near word that is the most frequent; null: the word is known, or has none.</summary>
    /// <param name="word">Folded.</param>
    public string? Correction(string word) =>
        !SpellChecker.IsEligible(word) || parts.Any(p => p.SpellChecker.Contains(word))
            ? null
            : parts.SelectMany(p => p.SpellChecker.Suggest(word)).OrderByDescending(n => n.Count).FirstOrDefault().Word;

    /// <summary>Whether a known word begins so.</summary>
    /// <param name="word">Folded.</param>
    public bool Begins(string word) => parts.Any(p => p.SpellChecker.Begins(word));

    /// <summary>How much it says that a document has a feature: the less, the more FAQ entries have it.</summary>
    public double Idf(ulong feature) => Idf(Find(feature));

    /// <summary>Whether any document has a feature.</summary>
    public bool Has(ulong feature) => Find(feature).Any(p => Length(p) > 0);

    /// <summary>The records that match best, best first; ties by id: the order in which the records were made.</summary>
    /// <param name="features">What is meant, each feature as often as it is said.</param>
    /// <param name="asked">The same as it was typed: what of it nothing has counts against every record's score.</param>
    /// <param name="firsts">Features that put a record before all that lack them.</param>
    /// <param name="suits">Whether a record may be among them.</param>
    public Match[] Search(IEnumerable<ulong> features, IEnumerable<ulong> asked, IEnumerable<ulong> firsts, Func<SearchDocument, bool> suits, int limit)
    {
        var scores = ArrayPool<float>.Shared.Rent(_count);
        try
        {
            Array.Clear(scores, 0, _count);
            foreach (var (feature, times) in features.CountBy(f => f))
            {
                var postings = Find(feature);
                Add(postings, times * Idf(postings), scores);
            }

            var possible = Math.Max(1, asked.CountBy(f => f).Sum(f => f.Value * Idf(f.Key)));
            foreach (var first in firsts)
            {
                Add(Find(first), possible, scores);
            }

            return Best(scores, possible, suits, limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private Range[] Find(ulong feature) => Array.ConvertAll(_segments, s => s.Segment.Find(feature));

    private static int Length(Range postings) => postings.End.Value - postings.Start.Value;

    private double Idf(Range[] postings)
    {
        var having = _segments.Zip(postings).Where(p => p.First.Segment.IsOfFaqs).Sum(p => Length(p.Second));
        return Math.Log(1 + ((_faqs - having + 0.5) / (having + 0.5)));
    }

    private void Add(Range[] postings, double importance, float[] scores)
    {
        var first = 0;
        foreach (var ((segment, _), found) in _segments.Zip(postings))
        {
            segment.Add(found, (float)(importance / Segment.MaxWeight), scores.AsSpan(first, segment.Count));
            first += segment.Count;
        }
    }

    private Match[] Best(float[] scores, double possible, Func<SearchDocument, bool> suits, int limit)
    {
        var best = new PriorityQueue<(Segment Segment, int Number), (float Score, Guid Id)>(limit + 1, LastFirst);
        var (first, least) = (0, 0f);
        foreach (var (segment, part) in _segments)
        {
            var own = scores.AsSpan(first, segment.Count);
            for (var i = 0; i < own.Length; i++)
            {
                if (own[i] > 0 && own[i] >= least && suits(segment.Documents[i]) && segment.IsBestTranslation(i, own) && !part.Deleted.Contains(segment.Documents[i].Id))
                {
                    best.Enqueue((segment, i), (own[i], segment.Documents[i].Id));
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
}
