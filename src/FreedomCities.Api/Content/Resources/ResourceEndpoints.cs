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
    private static async Task<Results<Ok<Page<Resource>>, ProblemHttpResult>> List(
        [AsParameters] ListResourcesRequest request, Cursors cursors, ResourceQueries resources, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? TypedResults.Ok(page.CreatePage(await resources.List(request, page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get a resource</summary>
    /// <remarks>
    /// An earlier slug redirects to the current one (308). A withdrawn resource gives 410 with `reason` and `replacedBy`.
    /// </remarks>
    /// <param name="slug">Slug of the resource: the current one or an earlier one.</param>
    private static async Task<Results<Ok<Resource>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, ResourceQueries resources, MissingRecordQueries missing, HttpContext http) =>
        await resources.Find(slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } resource
            ? TypedResults.Ok(resource)
            : await missing.ResolveSlug(http, "resource", "resource", slug);
}
