using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Delivery.Search.Queries;

/// <summary>Parses a query for an index: its stop words and corrections depend on the indexed texts.</summary>
internal static class QueryParser
{
    /// <summary>The language of a query, a primary subtag: as requested, else by its words. Null: unknown.</summary>
    public static string? FindLanguage(Query query, LanguageTag? requested) => requested is null
        ? StopWords.DetectLanguage(query.Tokens.Select(t => t.Folded))
        : LanguageTag.PrimarySubtag(requested.Text);

    /// <summary>Its stop words are those of its own language, else of the reader's.</summary>
    public static Query Parse(string text, SearchIndex index, Languages languages)
    {
        var own = languages.Negotiated ? StopWords.DetectLanguage(Searcher.Analyzer.Normalize(text).Split(' ')) : null;
        return Parse(text, index, own ?? LanguageTag.PrimarySubtag(languages.Candidates[0]));
    }

    /// <param name="language">Whose stop words are in it: a primary subtag.</param>
    public static Query Parse(string text, SearchIndex index, string language) => Query.Parse(
        text, Searcher.Analyzer, word => StopWords.Contains(language, word) || index.IsFrequent(word), index.FindCorrection);
}
