using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder v1)
    {
        var search = v1.MapGroup("/search").WithTags("Search").PublicRead().RateLimited(Budget.Search);

        search.MapGet("/", Get).WithName("search").Validated<SearchRequest>();
        search.MapPost("/", Post).WithName("searchPrivately").Validated<SearchRequest>();
        search.MapGet("/suggestions", Suggest).WithName("listSuggestions").Validated<SuggestionsRequest>();
    }

    /// <summary>Find records by a reader's own words</summary>
    /// <remarks>Ranked, over all languages. The words stand in the URL, which browsers, proxies and caches keep: POST is the more private way.</remarks>
    private static Results<Ok<SearchResults>, ProblemHttpResult> Get(
        [AsParameters] SearchRequest request, Languages languages, SearchIndexUpdater content, PublicUrl site) =>
        Answer(request, languages, content, site);

    /// <summary>Find records by a reader's own words, which no URL and no cache keeps</summary>
    /// <remarks>The same answer as GET gives.</remarks>
    private static Results<Ok<SearchResults>, ProblemHttpResult> Post(Body<SearchRequest> body, SearchIndexUpdater content, PublicUrl site) =>
        Answer(body.Value, body.Languages, content, site);

    /// <summary>Complete a question while it is typed</summary>
    /// <remarks>What was typed stands in the URL: offer completion to readers who want it.</remarks>
    private static Results<Ok<Suggestions>, ProblemHttpResult> Suggest(
        [AsParameters] SuggestionsRequest request, Languages languages, SearchIndexUpdater content) =>
        content.Index is { } index ? TypedResults.Ok(Suggester.Suggest(index, request.Q!, languages)) : ProblemResults.NotReady();

    private static Results<Ok<SearchResults>, ProblemHttpResult> Answer(
        SearchRequest request, Languages languages, SearchIndexUpdater content, PublicUrl site) =>
        content.Index is { } index ? TypedResults.Ok(Searcher.Search(index, request, languages, site)) : ProblemResults.NotReady();
}
