using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Delivery.Search.Indexing;

/// <summary>
/// From which score by words the best match probably answers a query, for each language. It follows the collection: a share of the
/// score that other entries get for an entry's own question. docs/performance.md has the figures.
/// </summary>
internal sealed class ConfidentScores
{
    private const double Share = 0.45;
    private const double Default = 0.16;
    private const double Min = 0.1;
    private const double Max = 0.25;
    private const int SampleCount = 100;
    private const int MinSampleCount = 30;
    private const int MinTitleLength = 10; // a shorter one is no question

    // A longer query matches a smaller share of itself.
    private const double UsualTokenCount = 12;

    private readonly Dictionary<string, double> _byLanguage;

    private ConfidentScores(Dictionary<string, double> byLanguage) => _byLanguage = byLanguage;

    public static ConfidentScores Compute(SearchIndex index) => new(index.Documents
        .Where(d => d.Type == "faq" && d.Title.Length >= MinTitleLength)
        .GroupBy(d => d.Language, StringComparer.Ordinal)
        .Select(g => (Language: g.Key, Documents: g.ToArray()))
        .Where(g => g.Documents.Length >= MinSampleCount)
        .ToDictionary(
            g => g.Language,
            g => Math.Clamp(Share * Median(Sample(g.Documents).Select(d => ScoreOfOthers(index, d))), Min, Max),
            StringComparer.Ordinal));

    /// <param name="language">Of the best match.</param>
    public double Find(string language, Query query) =>
        _byLanguage.GetValueOrDefault(language, Default) * Math.Sqrt(Math.Min(1, UsualTokenCount / Math.Max(1, query.Tokens.Length)));

    private static IEnumerable<SearchDocument> Sample(SearchDocument[] documents) =>
        Enumerable.Range(0, Math.Min(SampleCount, documents.Length))
            .Select(i => documents[i * documents.Length / Math.Min(SampleCount, documents.Length)]);

    private static double ScoreOfOthers(SearchIndex index, SearchDocument document)
    {
        var query = QueryParser.Parse(document.Title, index, LanguageTag.PrimarySubtag(document.Language));
        var terms = query.Terms();
        return index.Search(terms, terms, [], meaning: null, d => d.Type == "faq" && d.Id != document.Id, 1) is [var best] ? best.Score : 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
