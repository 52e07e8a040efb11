namespace FreedomCities.Api.Http.Requests;

/// <summary>Routes HEAD as GET (RFC 9110, section 9.3.2): the response has the same headers, and no body.</summary>
internal sealed class HeadRequests
{
    private static readonly HeadRequests WasHead = new();

    public static Task Apply(HttpContext http, RequestDelegate next) =>
        HttpMethods.IsHead(http.Request.Method) ? RouteAsGet(http, next) : next(http);

    /// <summary>Whether the response has no body.</summary>
    public static bool IsHead(HttpContext http) => http.Features.Get<HeadRequests>() is not null;

    private static async Task RouteAsGet(HttpContext http, RequestDelegate next)
    {
        http.Features.Set(WasHead);
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    }
}
