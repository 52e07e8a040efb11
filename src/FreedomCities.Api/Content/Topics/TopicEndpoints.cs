using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
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
    private static async Task<Results<ServedPage<Topic>, ProblemHttpResult>> List(
        [AsParameters] ListTopicsRequest request, Cursors cursors, TopicQueries topics, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? new ServedPage<Topic>(page.CreatePage(await topics.List(page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get a topic</summary>
    /// <remarks>An earlier slug redirects to the current one (308). A withdrawn topic gives 410 with `reason` and `replacedBy`.</remarks>
    /// <param name="slug">Slug of the topic: the current one or an earlier one.</param>
    private static async Task<Results<ServedResult<Topic>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, ReadConnections database, MissingRecordQueries missing, HttpContext http) =>
        await database.FindServed("topic", slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } topic
            ? new ServedResult<Topic>(topic)
            : await missing.ResolveSlug(http, "topic", "topic", slug);
}
