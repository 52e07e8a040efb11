using FreedomCities.Api.Delivery.Search.Embeddings;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Indexing;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Searches by words, and by meaning where the model knows the query's language and isn't busy.</summary>
internal sealed class SearchService(SearchIndexUpdater content, ResultCache cache, QueryEncoder encoder, PublicUrl site) : IDisposable
{
    // Searches that wait for their turn take no thread: other reads don't wait behind them.
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <returns>Null: the content has not been loaded yet.</returns>
    public async Task<SearchResults?> Search(SearchRequest request, Languages languages, CancellationToken ct)
    {
        var current = cache.Current;
        if (content is not { Index: { } index, ConfidentScores: { } scores })
        {
            return null;
        }

        var query = QueryParser.Parse(request.Q!.Text, index, languages);
        var key = Key(query, request, languages);
        if (current.TryGetValue(key, out var results))
        {
            return results;
        }

        var model = FindModel(query, request, index);
        var meaning = model is null ? null : await encoder.Encode(query.Corrected, model, ct);
        await _turns.WaitAsync(ct);
        try
        {
            // Meanwhile another one may have searched the same.
            results = current.GetValueOrDefault(key) ?? Searcher.Search(index, scores, query, meaning, request, languages, site);
        }
        finally
        {
            _turns.Release();
        }

        if (meaning is null == model is null)
        {
            ResultCache.Add(current, key, results);
        }

        return results;
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>Null: words suffice, because a question or alias equals the query, or because no model knows its language.</summary>
    private SentenceModel? FindModel(Query query, SearchRequest request, SearchIndex index)
    {
        var isExact = index.HasFaq(query.ExactTerms(), request.Matches);
        return query.Tokens is [] || isExact || !SentenceModel.Knows(QueryParser.FindLanguage(query, request.Lang)) ? null : encoder.Model;
    }

    private static string Key(Query query, SearchRequest request, Languages languages) => string.Join(
        '\n',
        // A correction is returned with the rest of the text as it was typed.
        query.Corrected == query.Text ? query.Text.Trim().ToLowerInvariant() : query.Text,
        request.Types is null ? "" : string.Join(',', request.Types.Items),
        request.Topic?.Text,
        request.Jurisdiction?.Text,
        request.Limit,
        request.Lang?.Text,
        languages.Requested,
        string.Join(',', languages.Candidates));
}
