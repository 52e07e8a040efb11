using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Home;

internal static class HomeModule
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services.AddSingleton<SecurityContact>();

    public static void MapHome(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/.well-known").WithTags("Index").PublicRead().Cached(CacheLifetime.Process)
            .MapGet("/privacy.json", PrivacyEndpoints.Get).WithName("getPrivacyStatement");
        app.MapGroup("").ExcludeFromDescription().PublicRead().Cached().MapGet(SecurityTxtEndpoints.Path, SecurityTxtEndpoints.Get);

        var pages = app.MapGroup("/").ExcludeFromDescription().Cached(CacheLifetime.ProcessForAnyQuery);
        pages.MapGet("/", HomeEndpoints.Home);
        pages.MapGet("/page.css", () => HomeEndpoints.File("page.css", "text/css; charset=utf-8"));
        pages.MapGet("/page.js", () => HomeEndpoints.File("page.js", "text/javascript; charset=utf-8"));
        pages.MapGet("/favicon.svg", () => HomeEndpoints.File("favicon.svg", "image/svg+xml"));
        pages.MapGet("/favicon.ico", () => HomeEndpoints.File("favicon.svg", "image/svg+xml"));
        pages.MapGet("/robots.txt", HomeEndpoints.Robots);
        pages.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
            return next(context);
        });
    }
}
