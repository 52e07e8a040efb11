using FreedomCities.Api.Content;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Builds search results from index matches. Each record is in the best language for the reader.</summary>
internal static class Searcher
{
    // Most questions without an answer here score lower. docs/performance.md has the figures.
    private const double ConfidentScore = 0.2;

    public static SearchResults Search(SearchIndex index, SearchRequest request, Languages languages, PublicUrl site)
    {
        var query = Query.Parse(request.Q!, index.Correction);
        var matches = index.Search(query.Terms(), query.AsTyped.Terms(), query.ExactTerms(), request.Matches, request.Limit ?? SearchRequest.DefaultLimit);
        var telling = new SnippetGenerator(index, query);
        return new SearchResults
        {
            Items = Array.ConvertAll(matches, m => Found(m, languages, telling, site)),
            Confident = matches is [{ Score: >= ConfidentScore }, ..],
            DidYouMean = query.Corrected(word => Spelled(word, matches)),
        };
    }

    /// <summary>Chooses the best translation for the reader, as served_language in SQL does.</summary>
    public static SearchDocument Served(SearchDocument[] translations, Languages languages) =>
        translations.MinBy(t => (uint)Array.IndexOf(languages.Candidates, t.Language.ToLowerInvariant()))!;

    private static SearchHit Found(Match match, Languages languages, SnippetGenerator telling, PublicUrl site)
    {
        var served = Served(match.Translations, languages);
        return new SearchHit
        {
            Type = served.Type,
            Slug = served.Slug,
            Title = served.Title,
            Snippet = telling.Generate(served.BodyText),
            Score = Math.Round(match.Score, 3),
            Url = site.LinkTo($"/v1/{served.Type}s/{served.Slug}"),
            Language = new Language
            {
                Requested = languages.Requested,
                Served = served.Language,
                Fallback = languages.IsFallback(served.Language),
                Available = Array.ConvertAll(match.Translations, t => t.Language),
                Origin = served.Origin,
                Status = served.Outdated ? "outdated" : "current",
            },
        };
    }

    /// <summary>Spelling of a word in the best match, with accents.</summary>
    private static string Spelled(string folded, Match[] matches)
    {
        foreach (var text in matches.SelectMany(m => m.Translations).SelectMany(t => new[] { t.Title, t.BodyText }))
        {
            for (var words = new Tokenizer(text); words.MoveNext();)
            {
                if (words.Current.SequenceEqual(folded))
                {
                    return text[words.Start..words.End].ToLowerInvariant();
                }
            }
        }

        return folded;
    }
}
