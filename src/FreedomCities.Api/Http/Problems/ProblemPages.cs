using System.Net;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Http.Problems;

/// <summary>The pages that a problem's type leads to: what it means and what to do.</summary>
internal static class ProblemPages
{
    public static void MapProblems(this IEndpointRouteBuilder app)
    {
        var problems = app.MapGroup("/problems").ExcludeFromDescription().CrossOrigin().WithoutRateLimit().Cached(CacheLifetime.ProcessForAnyQuery);
        problems.MapGet("/", List);
        problems.MapGet("/{code}", Get);
    }

    private static ContentHttpResult List(HttpContext http, PublicUrl site) =>
        Page(http, site, "Problems", string.Concat(ProblemResults.All.Select(k => Row(k, site))));

    private static Results<ContentHttpResult, ProblemHttpResult> Get(string code, HttpContext http, PublicUrl site) =>
        ProblemResults.All.FirstOrDefault(k => k.Code == code) is { } kind
            ? Page(http, site, $"{kind.Status} · {kind.Title}", Row(kind, site))
            : ProblemResults.NoSuchProblem();

    private static string Row(ProblemKind kind, PublicUrl site) => $"""
        <section>
        <h2><a href="{site.LinkTo(kind.Page)}"><code>{kind.Code}</code></a> · {kind.Status} {WebUtility.HtmlEncode(kind.Title)}</h2>
        <p>{WebUtility.HtmlEncode(kind.Meaning)}</p>
        <p><strong>What to do:</strong> {WebUtility.HtmlEncode(kind.Remedy)}</p>
        </section>
        """;

    private static ContentHttpResult Page(HttpContext http, PublicUrl site, string title, string body)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Content(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode(title)} – FreedomCities.Api</title>
            <link rel="icon" href="{site.LinkTo("/favicon.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{site.LinkTo("/page.css")}">
            </head>
            <body>
            <header><h1>{WebUtility.HtmlEncode(title)}</h1></header>
            <main>
            <p>Every failure of this API is a document of type <code>application/problem+json</code> (RFC 9457) whose
            <code>code</code> is stable. <a href="{site.LinkTo("/problems")}">All problems</a> · <a href="{site.LinkTo("/")}">Home</a></p>
            {body}
            </main>
            </body>
            </html>
            """,
            "text/html; charset=utf-8");
    }
}
