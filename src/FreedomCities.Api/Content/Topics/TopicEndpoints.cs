using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Content.Topics;

internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder v1)
    {
        var topics = v1.MapGroup("/topics").WithTags("Topics").PublicRead().Cached();

        topics.MapGet("/", List).WithName("listTopics").Validated<ListTopicsRequest>();
        topics.MapGet("/{slug}", Get).WithName("getTopic").Validated<GetRequest>();
    }

    /// <summary>List the topics</summary>
    /// <remarks>In their order, each with the number of FAQ entries that are published under it.</remarks>
    private static async Task<Results<Ok<Page<Topic>>, ProblemHttpResult>> List(
        [AsParameters] ListTopicsRequest request, Cursors cursors, TopicQueries topics, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? TypedResults.Ok(page.CreatePage(await topics.List(page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get one topic</summary>
    /// <remarks>An earlier slug is redirected to the present one; a withdrawn record is a 410 that says why, and what replaces it.</remarks>
    /// <param name="slug">The topic's permanent name in URLs.</param>
    private static async Task<Results<Ok<Topic>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, TopicQueries topics, MissingRecordQueries missing, HttpContext http) =>
        await topics.Find(slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } topic
            ? TypedResults.Ok(topic)
            : await missing.ResolveSlug(http, "topic", "topic", slug);
}
