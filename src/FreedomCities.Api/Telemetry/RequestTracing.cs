using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace FreedomCities.Api.Telemetry;

/// <summary>Describes a request's span (OpenTelemetry's HTTP server spans), which the framework of .NET 10 leaves to others.</summary>
internal static class RequestTracing
{
    // Another is a client's word.
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"];

    public static Task Apply(HttpContext http, RequestDelegate next) =>
        Activity.Current is { Recorded: true } span ? Trace(span, http, next) : next(http);

    /// <summary>Begins the trace of a request where nobody exports it, so that its problem and its log lines have one.</summary>
    public static Task Begin(HttpContext http, RequestDelegate next)
    {
        return Activity.Current is null ? Traced() : next(http);

        async Task Traced()
        {
            using var span = new Activity(nameof(RequestTracing)).Start();
            await next(http);
        }
    }

    /// <summary>The template of the route, never the path; null: there is no such route.</summary>
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
