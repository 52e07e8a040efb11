using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
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

    /// <summary>List topics</summary>
    /// <remarks>By position. Each topic has the number of its published FAQ entries.</remarks>
    private static async Task<Results<Ok<Page<Topic>>, ProblemHttpResult>> List(
        [AsParameters] ListTopicsRequest request, Cursors cursors, TopicQueries topics, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? TypedResults.Ok(page.CreatePage(await topics.List(page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get a topic</summary>
    /// <remarks>An earlier slug redirects to the current one (308). A withdrawn topic gives 410 with `reason` and `replacedBy`.</remarks>
    /// <param name="slug">Slug of the topic: the current one or an earlier one.</param>
    private static async Task<Results<Ok<Topic>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, TopicQueries topics, MissingRecordQueries missing, HttpContext http) =>
        await topics.Find(slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } topic
            ? TypedResults.Ok(topic)
            : await missing.ResolveSlug(http, "topic", "topic", slug);
}
