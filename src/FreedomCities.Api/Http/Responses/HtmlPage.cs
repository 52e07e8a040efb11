using Microsoft.AspNetCore.Components;

namespace FreedomCities.Api.Http.Responses;

/// <summary>A page that a Razor component renders.</summary>
/// <param name="parameters">The component's parameters by name; null: none.</param>
internal sealed class HtmlPage<TComponent>(
    IDictionary<string, object?>? parameters = null, int statusCode = StatusCodes.Status200OK) : IResult
    where TComponent : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await ComponentRenderer.Render<TComponent>(
            httpContext.RequestServices, parameters ?? new Dictionary<string, object?>(StringComparer.Ordinal));
        httpContext.Response.StatusCode = statusCode;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }
}
