using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
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

    /// <summary>List the resources</summary>
    /// <remarks>Each resource, followed by its parts in their order.</remarks>
    private static async Task<Results<Ok<Page<Resource>>, ProblemHttpResult>> List(
        [AsParameters] ListResourcesRequest request, Cursors cursors, ResourceQueries resources, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? TypedResults.Ok(page.CreatePage(await resources.List(request, page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get one resource</summary>
    /// <remarks>An earlier slug is redirected to the present one; a withdrawn record is a 410 that says why, and what replaces it.</remarks>
    /// <param name="slug">The resource's permanent name in URLs.</param>
    private static async Task<Results<Ok<Resource>, MissingRecord>> Get(
        string slug, [AsParameters] GetRequest request, ResourceQueries resources, MissingRecordQueries missing, HttpContext http) =>
        await resources.Find(slug, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } resource
            ? TypedResults.Ok(resource)
            : await missing.ResolveSlug(http, "resource", "resource", slug);
}
