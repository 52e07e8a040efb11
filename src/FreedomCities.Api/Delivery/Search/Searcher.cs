using FreedomCities.Api.Content;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;
using FreedomCities.Api.Delivery.Search.Indexing;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Renders the matches of the index, each record in the best language for the reader.</summary>
internal static class Searcher
{
    private const int FewEntries = 50;
    private const int BestCount = 3;

    // One or two words have little meaning. Questions that nothing answers don't score this by words.
    private const double SufficientScore = 0.3;

    /// <summary>Folds tokens as slugs are folded.</summary>
    public static readonly Analyzer Analyzer = new(Folding.Fold, Folding.IsApostrophe);

    /// <param name="meaning">Null: words only.</param>
    public static SearchResults Search(
        SearchIndex index, ConfidentScores scores, Query query, SemanticQuery? meaning, SearchRequest request, Languages languages,
        PublicUrl site)
    {
        var limit = request.Limit ?? SearchRequest.DefaultLimit;
        var matches = index.Search(query.Terms(), query.AsTyped.Terms(), query.ExactTerms(), meaning, request.Matches, limit);
        var snippets = new SnippetGenerator(index, query);
        return new SearchResults
        {
            Items = Array.ConvertAll(matches, m => ToHit(m, meaning, languages, snippets, site)),
            Confident = matches.Take(BestCount).Any(
                m => IsConfident(m, meaning, index.FaqCount, scores.Find(Served(m.Translations, languages).Language, query))),
            DidYouMean = query.FormatCorrected(word => RestoreSpelling(word, matches)),
        };
    }

    /// <summary>The best translation for the reader. The SQL function served_language selects the same one.</summary>
    public static SearchDocument Served(SearchDocument[] translations, Languages languages) =>
        translations.MinBy(t => (uint)Array.IndexOf(languages.Candidates, t.Language.ToLowerInvariant()))!;

    /// <summary>By meaning where the record has vectors, or by words.</summary>
    /// <param name="leastScore">By words, where there is no meaning.</param>
    private static bool IsConfident(Match match, SemanticQuery? meaning, int faqCount, double leastScore)
    {
        var vectors = match.Translations.Select(t => t.Vectors).OfType<DocumentVectors>().ToArray();
        if (meaning is null || vectors is [])
        {
            return match.Score >= leastScore;
        }

        var least = faqCount < FewEntries ? meaning.ConfidentClosenessOfFew : meaning.ConfidentCloseness;
        var scoreByWords = (match.Score * meaning.MaxScore) - vectors.Max(v => v.Score(meaning, termScore: 1));
        return scoreByWords >= SufficientScore || Array.Exists(vectors, v => v.Closeness(meaning.Vector) >= least);
    }

    /// <returns>Where it starts in the body.</returns>
    private static int FindClosestSentence(SearchDocument document, string body, SemanticQuery? meaning) =>
        meaning is not null && document.Vectors?.Text.FindClosestSentence(meaning.Vector) is { } number
            ? Sentences.Split(body).ElementAtOrDefault(number).Start.Value
            : 0;

    private static SearchHit ToHit(Match match, SemanticQuery? meaning, Languages languages, SnippetGenerator snippets, PublicUrl site)
    {
        var served = Served(match.Translations, languages);
        var body = served.BodyText;
        var fragment = snippets.Generate(body, () => FindClosestSentence(served, body, meaning));
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
