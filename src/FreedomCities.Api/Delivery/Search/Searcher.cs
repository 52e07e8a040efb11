using FreedomCities.Api.Content;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Renders the matches of the index, each record in the best language for the reader.</summary>
internal static class Searcher
{
    // Most questions without an answer here score lower. docs/performance.md has the figures.
    private const double ConfidentScore = 0.2;

    /// <summary>Folds tokens as slugs are folded.</summary>
    public static readonly Analyzer Analyzer = new(Folding.Fold, Folding.IsApostrophe);

    public static SearchResults Search(SearchIndex index, SearchRequest request, Languages languages, PublicUrl site)
    {
        var query = Query.Parse(request.Q!, Analyzer, index.FindCorrection);
        var matches = index.Search(
            query.Terms(), query.AsTyped.Terms(), query.ExactTerms(), request.Matches, request.Limit ?? SearchRequest.DefaultLimit);
        var snippets = new SnippetGenerator(index, query);
        return new SearchResults
        {
            Items = Array.ConvertAll(matches, m => ToHit(m, languages, snippets, site)),
            Confident = matches is [{ Score: >= ConfidentScore }, ..],
            DidYouMean = query.FormatCorrected(word => RestoreSpelling(word, matches)),
        };
    }

    /// <summary>The best translation for the reader. The SQL function served_language selects the same one.</summary>
    public static SearchDocument Served(SearchDocument[] translations, Languages languages) =>
        translations.MinBy(t => (uint)Array.IndexOf(languages.Candidates, t.Language.ToLowerInvariant()))!;

    private static SearchHit ToHit(Match match, Languages languages, SnippetGenerator snippets, PublicUrl site)
    {
        var served = Served(match.Translations, languages);
        var fragment = snippets.Generate(served.BodyText);
        return new SearchHit
        {
            Type = served.Type,
            Slug = served.Slug,
            Title = served.Title,
            Snippet = new Snippet { Text = fragment.Text, Highlights = fragment.Highlights },
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

    /// <summary>The spelling of a folded word in the best match, with its accents.</summary>
    private static string RestoreSpelling(string folded, Match[] matches)
    {
        foreach (var text in matches.SelectMany(m => m.Translations).SelectMany(t => new[] { t.Title, t.BodyText }))
        {
            for (var tokens = Analyzer.Tokenize(text); tokens.MoveNext();)
            {
                if (tokens.Current.SequenceEqual(folded))
                {
                    return text[tokens.Start..tokens.End].ToLowerInvariant();
                }
            }
        }

        return folded;
    }
}
