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

    /// <summary>List topics</summary>
    /// <remarks>By position. Each topic has the number of its published FAQ entries.</remarks>
    private static async Task<Results<Ok<Page<Topic>>, ProblemHttpResult>> List(
        [AsParameters] ListTopicsRequest request, Languages languages, Cursors cursors, TopicQueries topics, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request.Limit, languages, ct) is { } page
            ? TypedResults.Ok(page.CreatePage(await topics.List(page.Rows, page.After, languages, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get a topic</summary>
    /// <remarks>An earlier slug redirects to the current one (308). A withdrawn topic gives 410 with `reason` and `replacedBy`.</remarks>
    /// <param name="slug">Slug of the topic: the current one or an earlier one.</param>
    private static async Task<Results<Ok<Topic>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, Languages languages, TopicQueries topics, MissingRecordQueries absent, HttpContext http, CancellationToken ct) =>
        await topics.Find(slug, languages, ct) is { } topic
            ? TypedResults.Ok(topic)
            : await absent.ResolveSlug(http, "topic", "topic", slug, ct);
}
