using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Finds questions that contain the typed words. Questions that begin with them come first.</summary>
internal static class Suggester
{
    private const int MaxSuggestions = 10;
    private const int MaxCandidates = 100;

    public static Suggestions Suggest(SearchIndex index, string typed, Languages languages)
    {
        var query = Unfinished(Query.Parse(typed, index.Correction), index);
        var features = query.Terms(isUnfinished: true);
        var matches = index.Search(features, features, [TermExtractor.EdgeNgram(query.Folded)], d => d.Type == "faq", MaxCandidates);
        return new Suggestions
        {
            Items = [.. matches
                .SelectMany(m => Questions(m.Translations, languages).Where(q => Completes(q.Title, query)).Take(1))
                .Take(MaxSuggestions)
                .Select(q => new Suggestion { Question = q.Title, Slug = q.Slug, Language = q.Language })],
        };
    }

    // The prefix of a known word is not a spelling error.
    private static Query Unfinished(Query query, SearchIndex index) =>
        query.Words is [.. var finished, var last] && index.Begins(last.Folded)
            ? query with { Words = [.. finished, last with { Correction = null }] }
            : query;

    // Without a requested language, the typed text determines it.
    private static SearchDocument[] Questions(SearchDocument[] translations, Languages languages) =>
        languages.Requested is null ? translations : [Searcher.Served(translations, languages)];

    private static bool Completes(string question, Query typed)
    {
        var words = Tokenizer.Folded(question).Split(' ');
        return typed.Words[..^1].All(t => words.Contains(t.Meant, StringComparer.Ordinal))
            && words.Any(w => w.StartsWith(typed.Words[^1].Meant, StringComparison.Ordinal));
    }
}
