using FreedomCities.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>The answers in other people's pages: by script, by frame, by oEmbed.</summary>
internal static class EmbedEndpoints
{
    private const string Newest = "public, max-age=300";
    private const string Immutable = "public, max-age=31536000, immutable";

    public static void MapEmbed(this IEndpointRouteBuilder app)
    {
        var embed = app.MapGroup("/embed").ExcludeFromDescription();
        embed.AddEndpointFilterFactory(QueryParameters.RefuseUnknown);

        embed.MapGet("/fc-faq.js", (HttpContext http) => Script(http, EmbedScript.Current, Newest));
        embed.MapGet("/{script:regex(^fc-faq\\..*\\.js$)}", Release);
    }

    private static Results<Utf8ContentHttpResult, ProblemHttpResult> Release(string script, HttpContext http) =>
        EmbedScript.Released.GetValueOrDefault(script) is { } release ? Script(http, release, Immutable) : Problems.NoSuchScript();

    private static Utf8ContentHttpResult Script(HttpContext http, EmbedScript script, string cacheControl)
    {
        http.Response.Headers.CacheControl = cacheControl;
        return TypedResults.Text(script.Bytes, "text/javascript; charset=utf-8");
    }
}
