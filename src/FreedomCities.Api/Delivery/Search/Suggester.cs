using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Suggests questions that contain the typed words. Questions that begin with them come first.</summary>
internal static class Suggester
{
    private const int MaxSuggestions = 10;
    private const int MaxCandidates = 100;

    public static Suggestions Suggest(SearchIndex index, string typed, Languages languages)
    {
        var query = WithoutPrefixCorrection(QueryParser.Parse(typed, index, languages), index);
        var terms = query.Terms(lastIsPrefix: true);
        var matches = index.Search(
            terms, terms, [TermExtractor.EdgeNgram(query.Normalized)], meaning: null, d => d.Type == "faq", MaxCandidates);
        return new Suggestions
        {
            Items = [.. matches
                .SelectMany(m => CandidateTranslations(m.Translations, languages).Where(t => Completes(t.Title, query)).Take(1))
                .Take(MaxSuggestions)
                .Select(q => new Suggestion { Question = q.Title, Slug = q.Slug, Language = q.Language })],
        };
    }

    // The last token may be the beginning of an indexed word rather than a misspelt one.
    private static Query WithoutPrefixCorrection(Query query, SearchIndex index) =>
        query.Tokens is [.. var others, var last] && index.HasPrefix(last.Folded)
            ? query with { Tokens = [.. others, last with { Correction = null }] }
            : query;

    // Without a requested language, the typed words show it.
    private static SearchDocument[] CandidateTranslations(SearchDocument[] translations, Languages languages) =>
        languages.Requested is null ? translations : [Searcher.Served(translations, languages)];

    private static bool Completes(string question, Query typed)
    {
        var words = Searcher.Analyzer.Normalize(question).Split(' ');
        return typed.Tokens[..^1].All(t => words.Contains(t.Corrected, StringComparer.Ordinal))
            && words.Any(w => w.StartsWith(typed.Tokens[^1].Corrected, StringComparison.Ordinal));
    }
}
