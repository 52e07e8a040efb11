using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>What is said of this service, and the pages for people: built in, without script, and from this origin alone.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder app)
    {
        app.MapPrivacy();
        var pages = app.MapGroup("/").ExcludeFromDescription();
        pages.MapGet("/", () => File("home.html", "text/html; charset=utf-8"));
        pages.MapGet("/page.css", () => File("page.css", "text/css; charset=utf-8"));
        pages.MapGet("/favicon.svg", () => File("favicon.svg", "image/svg+xml"));
        pages.MapGet("/favicon.ico", () => File("favicon.svg", "image/svg+xml"));
        pages.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
            return next(context);
        });
    }

    private static Utf8ContentHttpResult File(string name, string type) => TypedResults.Text(Embedded.Bytes("home/" + name), type);
}
