using System.Buffers;
using FreedomCities.Api.Delivery.Search.Engine.Building;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>A record that matches a query.</summary>
/// <param name="Translations">The record in all its languages.</param>
/// <param name="Score">The share of the query that the record matches, 0 to 1.</param>
internal sealed record Match(SearchDocument[] Translations, double Score);

/// <summary>
/// Ranks records by the terms of a query: any term may match, and a term of few FAQ entries has more weight (idf). An index is
/// immutable: an update makes another one.
/// </summary>
/// <param name="generations">The first holds all documents of one point in time, the others the updates since.</param>
internal sealed class SearchIndex(params IndexGeneration[] generations)
{
    // The index is rebuilt if it is this small, or if this share of it was updated: many small generations make queries slow.
    private const int SmallIndexCount = 1_000;
    private const double MaxUpdatedShare = 0.25;

    // An update rebuilds the last generation with its own documents, unless that generation already holds this many.
    private const int MaxOpenGenerationCount = 1_000;

    // A word of so many entries says little; of few entries, the share says nothing.
    private const double FrequentShare = 0.2;
    private const int MinCountForShare = 50;

    private static readonly Comparer<(float Score, Guid Id)> WorstFirst =
        Comparer<(float Score, Guid Id)>.Create((a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Id.CompareTo(a.Id));

    private readonly (Segment Segment, IndexGeneration Generation)[] _segments =
        [.. generations.SelectMany(g => g.Segments, (generation, segment) => (segment, generation))];
    private readonly int _count = generations.Sum(g => g.Count);

    public int FaqCount { get; } = generations.SelectMany(g => g.Segments).Where(s => s.HoldsFaqs).Sum(s => s.Count);

    public IEnumerable<SearchDocument> Documents => generations.SelectMany(g => g.Documents.Where(d => !g.Deleted.Contains(d.Id)));

    public Analyzer Analyzer => generations[0].Analyzer;

    /// <summary>The index with updates; null: rebuild it instead.</summary>
    /// <param name="ids">The records that may have changed.</param>
    /// <param name="documents">Their present documents.</param>
    public SearchIndex? Update(HashSet<Guid> ids, IReadOnlyCollection<SearchDocument> documents)
    {
        var full = generations[0];
        var updatedCount = _count - full.Count + documents.Count;
        if (full.Count < SmallIndexCount || updatedCount > full.Count * MaxUpdatedShare)
        {
            return null;
        }

        var open = generations is [_, .., { Count: < MaxOpenGenerationCount } last] ? last : null;
        var present = (open?.Documents ?? []).Where(d => !ids.Contains(d.Id)).Concat(documents);
        var closed = generations.Where(g => g != open).Select(g => g with { Deleted = g.Deleted.Union(ids) });
        return new SearchIndex([.. closed, IndexGenerationBuilder.Build(present, Analyzer, full.AverageFieldLengths)]);
    }

    /// <summary>The most frequent indexed word that is one edit away; null: the word is indexed, or no such word is.</summary>
    /// <param name="word">Folded.</param>
    public string? FindCorrection(string word) =>
        !SpellChecker.IsEligible(word) || generations.Any(g => g.SpellChecker.Contains(word))
            ? null
            : generations.SelectMany(g => g.SpellChecker.Suggest(word)).OrderByDescending(w => w.Count).FirstOrDefault().Word;

    /// <summary>Whether a folded word, or one with the same beginning, is in so many entries that it says little.</summary>
    public bool IsFrequent(string word) =>
        FaqCount >= MinCountForShare && DocumentFrequency(Find(TermExtractor.StemPrefix(word))) >= FaqCount * FrequentShare;

    /// <summary>Whether an indexed word begins with this folded text.</summary>
    public bool HasPrefix(string prefix) => generations.Any(g => g.SpellChecker.HasPrefix(prefix));

    /// <summary>The inverse document frequency of a term, over FAQ entries.</summary>
    public double Idf(ulong term) => Idf(Find(term));

    public bool Contains(ulong term) => Find(term).Any(p => Length(p) > 0);

    /// <summary>Whether an FAQ entry that passes a filter has one of these terms.</summary>
    public bool HasFaq(IEnumerable<ulong> terms, Func<SearchDocument, bool> filter) => terms.Any(term => _segments.Any(s =>
        s.Segment.HoldsFaqs && s.Segment.FindDocuments(term).Any(d => filter(d) && !s.Generation.Deleted.Contains(d.Id))));

    /// <summary>The records with the highest scores, best first. Ties are ordered by id: the oldest record first.</summary>
    /// <param name="terms">The terms of the corrected query, with their weights.</param>
    /// <param name="queryTerms">The terms as they were typed. Those without a posting lower every score.</param>
    /// <param name="pinnedTerms">A record with one of these terms ranks above all records without them.</param>
    /// <param name="meaning">Null: only terms count.</param>
    /// <param name="filter">Whether a record may be in the results.</param>
    public Match[] Search(
        Dictionary<ulong, double> terms,
        Dictionary<ulong, double> queryTerms,
        IEnumerable<ulong> pinnedTerms,
        SemanticQuery? meaning,
        Func<SearchDocument, bool> filter,
        int topK)
    {
        var scores = ArrayPool<float>.Shared.Rent(_count);
        try
        {
            Array.Clear(scores, 0, _count);
            foreach (var (term, weight) in terms)
            {
                var postings = Find(term);
                AddScores(postings, weight * Idf(postings), scores);
            }

            var maxScore = Math.Max(1, queryTerms.Sum(t => t.Value * Idf(t.Key)));
            foreach (var term in pinnedTerms)
            {
                AddScores(Find(term), maxScore, scores);
            }

            if (meaning is not null)
            {
                AddScores(meaning, maxScore, scores);
            }

            return SelectTop(scores, maxScore * (meaning?.MaxScore ?? 1), filter, topK);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private Range[] Find(ulong term) => Array.ConvertAll(_segments, s => s.Segment.Find(term));

    private static int Length(Range postings) => postings.End.Value - postings.Start.Value;

    private double Idf(Range[] postings)
    {
        var documentFrequency = DocumentFrequency(postings);
        return Math.Log(1 + ((FaqCount - documentFrequency + 0.5) / (documentFrequency + 0.5)));
    }

    private int DocumentFrequency(Range[] postings) =>
        _segments.Zip(postings).Where(p => p.First.Segment.HoldsFaqs).Sum(p => Length(p.Second));

    private void AddScores(Range[] postings, double boost, float[] scores)
    {
        var first = 0;
        foreach (var ((segment, _), ofSegment) in _segments.Zip(postings))
        {
            segment.AddScores(ofSegment, (float)(boost / Segment.MaxWeight), scores.AsSpan(first, segment.Count));
            first += segment.Count;
        }
    }

    private void AddScores(SemanticQuery meaning, double maxScore, float[] scores)
    {
        var first = 0;
        foreach (var (segment, _) in _segments)
        {
            segment.AddScores(meaning, maxScore, scores.AsSpan(first, segment.Count));
            first += segment.Count;
        }
    }

    private Match[] SelectTop(float[] scores, double maxScore, Func<SearchDocument, bool> filter, int topK)
    {
        var top = new PriorityQueue<(Segment Segment, int Number), (float Score, Guid Id)>(topK + 1, WorstFirst);
        var (first, threshold) = (0, 0f);
        foreach (var (segment, generation) in _segments)
        {
            var own = scores.AsSpan(first, segment.Count);
            for (var i = 0; i < own.Length; i++)
            {
                if (own[i] > 0
                    && own[i] >= threshold
                    && filter(segment.Documents[i])
                    && segment.IsBestTranslation(i, own)
                    && !generation.Deleted.Contains(segment.Documents[i].Id))
                {
                    top.Enqueue((segment, i), (own[i], segment.Documents[i].Id));
                    if (top.Count > topK)
                    {
                        top.Dequeue();
                    }

                    threshold = top.Count == topK && top.TryPeek(out _, out var worst) ? worst.Score : 0;
                }
            }

            first += segment.Count;
        }

        var matches = new Match[top.Count];
        for (var i = matches.Length - 1; top.TryDequeue(out var hit, out var rank); i--)
        {
            matches[i] = new Match(hit.Segment.Translations(hit.Number).ToArray(), Math.Min(1, rank.Score / maxScore));
        }

        return matches;
    }
}
