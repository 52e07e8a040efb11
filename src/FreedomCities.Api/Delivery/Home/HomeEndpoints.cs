using System.Text.Encodings.Web;
using FreedomCities.Api.Delivery.Embed;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>What is said of this service, and the pages for people: built in, and from this origin alone.</summary>
internal static class HomeEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A crawler renders partners' pages, so it may read what the element and the preview read; no other data, which has no end.
    private const string RobotsText = """
        User-agent: *
        Allow: {{prefix}}/v1/faqs
        Allow: {{prefix}}/v1/topics
        Disallow: {{prefix}}/v1/

        """;

    public static ContentHttpResult Home(HttpContext http, PublicUrl site)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        var script = EmbedScript.Current;
        var snippet = script.Snippet(site, "freedom-cities", "en", search: true, theme: "auto");
        return TypedResults.Content(
            EmbeddedFiles.Text("home/home.html")
                .Replace("{{prefix}}", site.LinkTo(""), StringComparison.Ordinal)
                .Replace("{{script}}", script.Path, StringComparison.Ordinal)
                .Replace("{{integrity}}", script.Integrity, StringComparison.Ordinal)
                .Replace("{{snippet}}", HtmlEncoder.Default.Encode(snippet), StringComparison.Ordinal)
                .Replace("{{origin}}", HtmlEncoder.Default.Encode(site.Absolute("")), StringComparison.Ordinal),
            "text/html; charset=utf-8");
    }

    public static ContentHttpResult Robots(PublicUrl site) =>
        TypedResults.Text(RobotsText.Replace("{{prefix}}", site.LinkTo(""), StringComparison.Ordinal));

    public static Utf8ContentHttpResult File(string name, string type) => TypedResults.Text(EmbeddedFiles.Bytes("home/" + name), type);
}
