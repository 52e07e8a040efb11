using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Topics;
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
    private const string Newest = "public, max-age=300";
    private const string Immutable = "public, max-age=31536000, immutable";

    public static Utf8ContentHttpResult Current(HttpContext http) => Script(http, EmbedScript.Current, Newest);

    public static Results<Utf8ContentHttpResult, ProblemHttpResult> Release(string script, HttpContext http) =>
        EmbedScript.Released.GetValueOrDefault(script) is { } release ? Script(http, release, Immutable) : ProblemResults.NoSuchScript();

    private static Utf8ContentHttpResult Script(HttpContext http, EmbedScript script, string cacheControl)
    {
        http.Response.Headers.CacheControl = cacheControl;
        return TypedResults.Text(script.Bytes, "text/javascript; charset=utf-8");
    }

    public static async Task<Results<HtmlPage<EmbedPage>, ProblemHttpResult>> Faqs(
        [AsParameters] EmbedFaqsRequest request, Cursors cursors, FaqQueries faqs, TopicQueries topics,
        PublicUrl site, HttpContext http, CancellationToken ct)
    {
        if (await cursors.Open(http, request, Page.MaxLimit, ct) is not { } part)
        {
            return ProblemResults.InvalidCursor();
        }

        var items = part.CreatePage(await faqs.List(new ListFaqsRequest(request.Topic), part, ct)).Convert(d => d.Read<Faq>());
        var topic = await topics.FindByAnySlug(request.Topic!.Text, part.Languages, ct);
        var oembed = topic is null ? null : new EmbedAddress(topic.Slug, request.Lang).OEmbed(site);
        var content = new EmbedContent(topic?.Slug ?? request.Topic.Text, topic, items, part.Languages.Requested, oembed);
        return Show(content, part.Languages, http.Response.Headers);
    }

    private static HtmlPage<EmbedPage> Show(EmbedContent content, Languages languages, IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = EmbedStyle.Policy;
        headers.CacheControl = content.IsFound ? PublicReads.CacheControl : "no-store";
        headers.ContentLanguage = string.Join(", ", content.Languages);
        VaryBy(languages, headers);
        if (content.OEmbedUrl is not null)
        {
            headers.Append(HeaderNames.Link, $"<{content.OEmbedUrl}>; rel=\"alternate\"; type=\"application/json+oembed\"");
        }

        return new HtmlPage<EmbedPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(EmbedPage.Content)] = content },
            content.IsFound ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    /// <summary>Get oEmbed data</summary>
    /// <remarks>
    /// oEmbed 1.0, for consumers such as WordPress that replace a pasted link by its content. Each embed page links to its oEmbed data with
    /// `rel="alternate"`.
    /// </remarks>
    public static async Task<Results<Ok<OEmbed>, ProblemHttpResult>> Describe(
        [AsParameters] OEmbedRequest request, TopicQueries topics, PublicUrl site, HttpContext http, CancellationToken ct)
    {
        if (request.Format is { Text: "xml" })
        {
            return ProblemResults.NotImplemented();
        }

        var address = EmbedAddress.Find(request.Url!.Uri, site);
        var languages = Languages.Negotiate(http, address?.Lang);
        VaryBy(languages, http.Response.Headers);
        return address is not null && await topics.FindByAnySlug(address.Topic, languages, ct) is { } topic
            ? TypedResults.Ok(await OEmbed.Create(address with { Topic = topic.Slug }, topic.Name, request, http, site))
            : ProblemResults.NothingToEmbed();
    }

    private static void VaryBy(Languages languages, IHeaderDictionary headers)
    {
        if (languages.Negotiated)
        {
            headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }
    }
}
