using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Content.Resources;

internal static class ResourceEndpoints
{
    public static void MapResources(this IEndpointRouteBuilder v1)
    {
        var resources = v1.MapGroup("/resources").WithTags("Resources").PublicRead().Cached();

        resources.MapGet("/", List).WithName("listResources").Validated<ListResourcesRequest>();
        resources.MapGet("/{slug}", Get).WithName("getResource").Validated<GetRequest>();
    }

    /// <summary>List resources</summary>
    /// <remarks>Each resource is followed by its parts, in order. Filters are combined with AND.</remarks>
    private static async Task<Results<ServedPage<Resource>, ProblemHttpResult>> List(
        [AsParameters] ListResourcesRequest request, Cursors cursors, ResourceQueries resources, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? new ServedPage<Resource>(page.CreatePage(await resources.List(request, page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get a resource</summary>
    /// <remarks>
    /// An earlier slug redirects to the current one (308). A withdrawn resource gives 410 with `reason` and `replacedBy`.
    /// </remarks>
    /// <param name="slug">Slug of the resource: the current one or an earlier one.</param>
    private static async Task<Results<ServedResult<Resource>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, ReadConnections database, MissingRecordQueries missing, HttpContext http) =>
        await database.FindServed("resource", slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } resource
            ? new ServedResult<Resource>(resource)
            : await missing.ResolveSlug(http, "resource", "resource", slug);
}
