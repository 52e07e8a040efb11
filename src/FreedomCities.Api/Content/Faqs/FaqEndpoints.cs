using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Content.Faqs;

internal static class FaqEndpoints
{
    public static void MapFaqs(this IEndpointRouteBuilder v1)
    {
        var faqs = v1.MapGroup("/faqs").WithTags("FAQs").PublicRead().Cached();

        faqs.MapGet("/", List).WithName("listFaqs").Validated<ListFaqsRequest>();
        faqs.MapGet("/{slug}", Get).WithName("getFaq").Validated<GetFaqRequest>();
    }

    /// <summary>List the FAQ entries</summary>
    /// <remarks>In the order of the documents that they come from, or the last edited first. An entry without a translation is there in another language.</remarks>
    private static async Task<Results<Ok<Page<Faq>>, ProblemHttpResult>> List(
        [AsParameters] ListFaqsRequest request, Cursors cursors, FaqQueries faqs, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? TypedResults.Ok(page.CreatePage(await faqs.List(request, page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get one FAQ entry</summary>
    /// <remarks>An earlier slug is redirected to the present one; a withdrawn record is a 410 that says why, and what replaces it.</remarks>
    /// <param name="slug">The entry's permanent name in URLs.</param>
    private static async Task<Results<Ok<Faq>, MissingRecord>> Get(
        string slug, [AsParameters] GetFaqRequest request, FaqQueries faqs, MissingRecordQueries missing, HttpContext http) =>
        await faqs.Find(slug, request.Include, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } faq
            ? TypedResults.Ok(faq)
            : await missing.ResolveSlug(http, "faq", "FAQ entry", slug);
}
