using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Shows answers in other websites: by script, by frame and by oEmbed.</summary>
internal static class EmbedEndpoints
{
    private const string CacheControlOfCurrent = "public, max-age=300";
    private const string Immutable = "public, max-age=31536000, immutable";

    public static Utf8ContentHttpResult Current(HttpContext http) => Script(http, EmbedScript.Current, CacheControlOfCurrent);

    public static Utf8ContentHttpResult CurrentModule(HttpContext http) => Script(http, EmbedScript.CurrentModule, CacheControlOfCurrent);

    public static Utf8ContentHttpResult Types(HttpContext http)
    {
        http.Response.Headers.CacheControl = CacheControlOfCurrent;
        return TypedResults.Text(EmbeddedFiles.Bytes("embed/fc-faq.d.ts"), "text/plain; charset=utf-8");
    }

    public static Results<Utf8ContentHttpResult, ProblemHttpResult> Release(string script, HttpContext http) =>
        EmbedScript.Released.GetValueOrDefault(script) is { } release ? Script(http, release, Immutable) : ProblemResults.NoSuchScript();

    private static Utf8ContentHttpResult Script(HttpContext http, EmbedScript script, string cacheControl)
    {
        http.Response.Headers.CacheControl = cacheControl;
        return TypedResults.Text(script.Bytes, "text/javascript; charset=utf-8");
    }

    public static async Task<Results<HtmlPage<EmbedPage>, ProblemHttpResult>> Faqs(
        [AsParameters] EmbedFaqsRequest request, Cursors cursors, EmbedContentBuilder content, HttpContext http, CancellationToken ct) =>
        await cursors.Open(http, request, Page.MaxLimit, ct) is { } cursor
            ? CreatePage(await content.Build(request, cursor, ct), cursor.Languages, http.Response.Headers)
            : ProblemResults.InvalidCursor();

    /// <summary>The search of an embed page: the query is in the body, so that no URL contains it.</summary>
    public static async Task<Results<HtmlPage<EmbedPage>, ProblemHttpResult>> Search(
        [AsParameters] EmbedFaqsRequest request, Cursors cursors, EmbedContentBuilder content, HttpContext http, CancellationToken ct)
    {
        var query = await EmbedSearchForm.Read(http);
        if (query is null)
        {
            return ProblemResults.UnsupportedMediaType("application/x-www-form-urlencoded");
        }

        var cursor = await cursors.Open(http, request with { Cursor = null }, Page.MaxLimit, ct);
        var found = query.Fault is null
            ? await content.Search(request, query, cursor!, ct)
            : await content.Build(request, cursor!, ct);
        return found is null ? ProblemResults.NotReady() : CreatePage(found, cursor!.Languages, http.Response.Headers);
    }

    private static HtmlPage<EmbedPage> CreatePage(EmbedContent content, Languages languages, IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = EmbedStyle.CreatePolicy(content.Request);
        headers.CacheControl = content is { Status: StatusCodes.Status200OK, Search: null } ? PublicReads.CacheControl : "no-store";
        headers.ContentLanguage = string.Join(", ", content.Languages);
        AddVary(languages, headers);
        if (content.OEmbedUrl is not null)
        {
            headers.Append(HeaderNames.Link, $"<{content.OEmbedUrl}>; rel=\"alternate\"; type=\"application/json+oembed\"");
        }

        return new HtmlPage<EmbedPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(EmbedPage.Content)] = content },
            content.Status);
    }

    /// <summary>Get oEmbed data</summary>
    /// <remarks>
    /// oEmbed 1.0, for consumers such as WordPress that replace a pasted link by its content. Each embed page links to its oEmbed data with
    /// `rel="alternate"`. A page with an earlier slug is described by the current one. The page of a withdrawn record gives 410.
    /// </remarks>
    public static async Task<Results<Ok<OEmbed>, ProblemHttpResult>> Describe(
        [AsParameters] OEmbedRequest request, EmbedContentBuilder content, PublicUrl site, HttpContext http, CancellationToken ct)
    {
        if (request.Format is { Text: "xml" })
        {
            return ProblemResults.NotImplemented();
        }

        var address = EmbedAddress.Find(request.Url!.Uri, site);
        var languages = Languages.Negotiate(http, address?.Page.Lang);
        AddVary(languages, http.Response.Headers);
        if (address is null)
        {
            return ProblemResults.NothingToEmbed();
        }

        return await content.FindTitle(address.Page, languages, ct) is { } titled
            ? TypedResults.Ok(await OEmbed.Create(new EmbedAddress(titled.Page), titled.Title, request, http, site))
            : await content.ExplainAbsence(address.Page, ct);
    }

    private static void AddVary(Languages languages, IHeaderDictionary headers)
    {
        if (languages.Negotiated)
        {
            headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }
    }
}
