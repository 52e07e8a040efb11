using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FreedomCities.Api.Http.Responses;

/// <summary>Renders a Razor component to static HTML: nothing interactive, no script, no state.</summary>
internal static class ComponentRenderer
{
    // HtmlEncoder always encodes '+', because of UTF-7. Clients of oEmbed search pages for the letters "application/json+oembed".
    private const string EncodedPlus = "&#x2B;";

    public static async Task<string> Render<TComponent>(IServiceProvider services, IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return html.Replace(EncodedPlus, "+", StringComparison.Ordinal);
    }
}
