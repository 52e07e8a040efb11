using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Search;

internal static class SearchEndpoints
{
    /// <summary>Search records</summary>
    /// <remarks>
    /// Full-text search in all languages, best match first. Each record is returned in the best language for the reader.
    ///
    /// The URL contains the query, and browsers, proxies and caches store URLs. Use POST to keep the query out of the URL.
    /// </remarks>
    public static Results<Ok<SearchResults>, ProblemHttpResult> Get(
        [AsParameters] SearchRequest request, Languages languages, SearchIndexUpdater content, PublicUrl site) =>
        Answer(request, languages, content, site);

    /// <summary>Search records, privately</summary>
    /// <remarks>Same result as GET, with the parameters in the body instead of the URL. The response is `no-store`.</remarks>
    public static Results<Ok<SearchResults>, ProblemHttpResult> Post(Body<SearchRequest> body, SearchIndexUpdater content, PublicUrl site) =>
        Answer(body.Value, body.Languages, content, site);

    /// <summary>List suggestions</summary>
    /// <remarks>Completes a question while the reader types. The URL contains the typed text: let readers opt in.</remarks>
    public static Results<Ok<Suggestions>, ProblemHttpResult> Suggest(
        [AsParameters] SuggestionsRequest request, Languages languages, SearchIndexUpdater content) =>
        content.Index is { } index ? TypedResults.Ok(Suggester.Suggest(index, request.Q!, languages)) : ProblemResults.NotReady();

    private static Results<Ok<SearchResults>, ProblemHttpResult> Answer(
        SearchRequest request, Languages languages, SearchIndexUpdater content, PublicUrl site) =>
        content.Index is { } index ? TypedResults.Ok(Searcher.Search(index, request, languages, site)) : ProblemResults.NotReady();
}
