using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>The page at /, its files, and the files that crawlers read. The page loads everything from this origin.</summary>
internal static class HomeEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A crawler renders partners' pages, so it may read what the element and the preview read. Other routes have endless queries.
    private const string Robots = """
        User-agent: *
        Allow: {{prefix}}/v1/faqs
        Allow: {{prefix}}/v1/topics
        Disallow: {{prefix}}/v1/

        """;

    public static void MapHome(this IEndpointRouteBuilder app)
    {
        app.MapPrivacy();
        app.MapSecurityTxt();
        var pages = app.MapGroup("/").ExcludeFromDescription().Cached(CacheLifetime.ProcessForAnyQuery);
        pages.MapGet("/", Home);
        pages.MapGet("/page.css", () => File("page.css", "text/css; charset=utf-8"));
        pages.MapGet("/page.js", () => File("page.js", "text/javascript; charset=utf-8"));
        pages.MapGet("/favicon.svg", () => File("favicon.svg", "image/svg+xml"));
        pages.MapGet("/favicon.ico", () => File("favicon.svg", "image/svg+xml"));
        pages.MapGet("/robots.txt", Crawlers);
        pages.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
            return next(context);
        });
    }

    private static HtmlPage<HomePage> Home(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return new HtmlPage<HomePage>();
    }

    private static ContentHttpResult Crawlers(PublicUrl site) =>
        TypedResults.Text(Robots.Replace("{{prefix}}", site.LinkTo(""), StringComparison.Ordinal));

    private static Utf8ContentHttpResult File(string name, string type) => TypedResults.Text(EmbeddedFiles.Bytes("home/" + name), type);
}
