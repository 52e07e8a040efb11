using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
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

    /// <summary>List FAQ entries</summary>
    /// <remarks>
    /// In document order, or most recently updated first. Filters are combined with AND. Entries without a translation are returned in a
    /// fallback language.
    /// </remarks>
    private static async Task<Results<ServedPage<Faq>, ProblemHttpResult>> List(
        [AsParameters] ListFaqsRequest request, Cursors cursors, FaqQueries faqs, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, ct) is { } page
            ? new ServedPage<Faq>(page.CreatePage(await faqs.List(request, page, ct)))
            : ProblemResults.InvalidCursor();

    /// <summary>Get an FAQ entry</summary>
    /// <remarks>An earlier slug redirects to the current one (308). A withdrawn entry gives 410 with `reason` and `replacedBy`.</remarks>
    /// <param name="slug">Slug of the entry: the current one or an earlier one.</param>
    private static async Task<Results<ServedResult<Faq>, MissingRecord>> Get(
        string slug, [AsParameters] GetFaqRequest request, FaqQueries faqs, MissingRecordQueries missing, HttpContext http) =>
        await faqs.Find(slug, request.Include, Languages.Negotiate(http, request.Lang), http.RequestAborted) is { } faq
            ? new ServedResult<Faq>(faq)
            : await missing.ResolveSlug(http, "faq", "FAQ entry", slug);
}
