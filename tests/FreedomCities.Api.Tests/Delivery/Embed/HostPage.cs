using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>A partner's web site: another origin with one page, which has the given Content-Security-Policy.</summary>
internal sealed class HostPage : IAsyncDisposable
{
    private readonly WebApplication _site;

    private HostPage(WebApplication site) => _site = site;

    public string Url => _site.Urls.First() + "/";

    /// <param name="policy">Null: none.</param>
    /// <param name="head">What the page's head has beside its title.</param>
    /// <param name="attributes">Attributes of the page's html element.</param>
    /// <param name="scripts">The site's own scripts by name.</param>
    public static async Task<HostPage> WithPage(
        string body,
        string? policy,
        string lang = "en",
        string head = "",
        string attributes = "",
        IReadOnlyDictionary<string, string>? scripts = null)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        var site = builder.Build();
        site.MapGet("/favicon.ico", () => Results.NoContent());
        site.MapGet("/{name}.js", (string name) => Results.Content(scripts![name], "text/javascript; charset=utf-8"));
        site.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = policy;
            return Results.Content(
                $"""
                <!doctype html>
                <html lang="{lang}" {attributes}>
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A partner</title>{head}</head>
                <body><main><h1>A partner</h1>
                {body}
                </main></body>
                </html>
                """,
                "text/html; charset=utf-8");
        });
        await site.StartAsync();
        return new HostPage(site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
