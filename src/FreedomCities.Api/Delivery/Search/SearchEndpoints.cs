using FreedomCities.Api.Delivery.Search.Indexing;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Search;

internal static class SearchEndpoints
{
    /// <summary>Search records</summary>
    /// <remarks>
    /// Full-text search in all languages, best match first. An English query also finds entries that mean the same in other words. Each
    /// record is returned in the best language for the reader.
    ///
    /// The URL contains the query, and browsers, proxies and caches store URLs. Use POST to keep the query out of the URL.
    /// </remarks>
    public static Task<Results<Ok<SearchResults>, ProblemHttpResult>> Get(
        [AsParameters] SearchRequest request, SearchService search, HttpContext http) =>
        Respond(request, search, http);

    /// <summary>Search records, privately</summary>
    /// <remarks>Same result as GET, with the parameters in the body instead of the URL. The response is `no-store`.</remarks>
    public static Task<Results<Ok<SearchResults>, ProblemHttpResult>> Post(
        JsonBody<SearchRequest> body, SearchService search, HttpContext http) =>
        Respond(body.Value, search, http);

    /// <summary>List suggestions</summary>
    /// <remarks>Completes a question while the reader types. The URL contains the typed text: let readers opt in.</remarks>
    public static Results<Ok<Suggestions>, ProblemHttpResult> Suggest(
        [AsParameters] SuggestionsRequest request, SearchIndexUpdater content, HttpContext http) =>
        content.Index is { } index
            ? TypedResults.Ok(Suggester.Suggest(index, request.Q!.Text, Languages.Negotiate(http, request.Lang)))
            : ProblemResults.NotReady();

    private static async Task<Results<Ok<SearchResults>, ProblemHttpResult>> Respond(
        SearchRequest request, SearchService search, HttpContext http) =>
        await search.Search(request, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } results
            ? TypedResults.Ok(results)
            : ProblemResults.NotReady();
}
