using FreedomCities.Api.Content;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Makes the answer of what the index finds: each record in the language that suits the reader.</summary>
internal static class Answering
{
    // Below it are most questions that nothing here answers, and some that something does: the README says how many.
    private const double ConfidentScore = 0.2;

    public static SearchAnswer Answer(SearchIndex index, SearchRequest request, Languages languages, PublicUrl site)
    {
        var query = Query.Of(request.Q!, index.Correction);
        var matches = index.Rank(query.Features(), query.AsTyped.Features(), query.Wholes(), request.Suits, request.Limit ?? SearchRequest.DefaultLimit);
        var telling = new Telling(index, query);
        return new SearchAnswer
        {
            Items = Array.ConvertAll(matches, m => Found(m, languages, telling, site)),
            Confident = matches is [{ Score: >= ConfidentScore }, ..],
            DidYouMean = query.Corrected(word => Spelled(word, matches)),
        };
    }

    /// <summary>The translation that suits the reader, as SQL's served_language chooses it.</summary>
    public static SearchDocument Served(SearchDocument[] translations, Languages languages) =>
        translations.MinBy(t => (uint)Array.IndexOf(languages.Candidates, t.Language.ToLowerInvariant()))!;

    private static Found Found(Match match, Languages languages, Telling telling, PublicUrl site)
    {
        var served = Served(match.Translations, languages);
        return new Found
        {
            Type = served.Type,
            Slug = served.Slug,
            Title = served.Title,
            Snippet = telling.Snippet(served.BodyText),
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

    /// <summary>A word as the best match writes it, with its accents.</summary>
    private static string Spelled(string folded, Match[] matches)
    {
        foreach (var text in matches.SelectMany(m => m.Translations).SelectMany(t => new[] { t.Title, t.BodyText }))
        {
            for (var words = new Words(text); words.MoveNext();)
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
