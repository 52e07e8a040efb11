using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>The page at /, its files, and robots.txt. The page loads everything from this origin.</summary>
internal static class HomeEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A crawler renders partners' pages, so it may read what the element and the preview read. Other routes have endless queries.
    private const string RobotsText = """
        User-agent: *
        Allow: {{prefix}}/v1/faqs
        Allow: {{prefix}}/v1/topics
        Disallow: {{prefix}}/v1/

        """;

    public static HtmlPage<HomePage> Home(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return new HtmlPage<HomePage>();
    }

    public static ContentHttpResult Robots(PublicUrl site) =>
        TypedResults.Text(RobotsText.Replace("{{prefix}}", site.LinkTo(""), StringComparison.Ordinal));

    public static Utf8ContentHttpResult File(string name, string type) => TypedResults.Text(EmbeddedFiles.Bytes("home/" + name), type);
}
