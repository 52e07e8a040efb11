using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace FreedomCities.Api.Telemetry;

/// <summary>Names and tags the span of a request by OpenTelemetry's conventions for HTTP servers.</summary>
internal static class RequestTracing
{
    // Any other method is text of the client's choice, and isn't recorded.
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"];

    public static Task Apply(HttpContext http, RequestDelegate next) =>
        Activity.Current is { Recorded: true } span ? Trace(span, http, next) : next(http);

    /// <summary>Begins a trace when none is exported, so that problem documents and log lines have a trace id.</summary>
    public static Task Begin(HttpContext http, RequestDelegate next)
    {
        return Activity.Current is null ? Traced() : next(http);

        async Task Traced()
        {
            using var span = new Activity(nameof(RequestTracing)).Start();
            await next(http);
        }
    }

    /// <summary>The template of the route, never the path; null: no route matches.</summary>
    public static string? Route(HttpContext http) =>
        ((http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint) as RouteEndpoint)?.RoutePattern.RawText;

    private static async Task Trace(Activity span, HttpContext http, RequestDelegate next)
    {
        var method = Methods.FirstOrDefault(m => m == http.Request.Method, "_OTHER");
        await next(http);
        var (route, status) = (Route(http), http.Response.StatusCode);
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
