using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>oEmbed 1.0 response of type `rich`.</summary>
public sealed record OEmbed
{
    private const int DefaultSize = 600;
    private static readonly TimeSpan CacheAge = TimeSpan.FromDays(1);

    /// <summary>oEmbed type. `rich`: show `html`.</summary>
    public string Type => "rich";

    /// <summary>Version of oEmbed.</summary>
    public string Version => "1.0";

    /// <summary>Name of the topic, or the question of the entry.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the provider.</summary>
    [JsonPropertyName("provider_name")]
    public string ProviderName => "FreedomCities.Api";

    /// <summary>URL of the provider.</summary>
    [JsonPropertyName("provider_url")]
    public required string ProviderUrl { get; init; }

    /// <summary>How long this response may be cached, in seconds. The frame itself always loads the current page.</summary>
    [JsonPropertyName("cache_age")]
    public int CacheSeconds => (int)CacheAge.TotalSeconds;

    /// <summary>`iframe` element to show. It sends no referrer, and runs no script unless the URL has `postHeight=true`.</summary>
    public required string Html { get; init; }

    /// <summary>Width of the frame, in CSS pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the frame, in CSS pixels.</summary>
    public required int Height { get; init; }

    internal static async Task<OEmbed> Create(EmbedAddress address, string title, OEmbedRequest request, HttpContext http, PublicUrl site)
    {
        var width = Math.Min(request.Maxwidth ?? DefaultSize, DefaultSize);
        var height = Math.Min(request.Maxheight ?? DefaultSize, DefaultSize);
        var frame = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(EmbedFrame.Url)] = site.Absolute(address.Path),
            [nameof(EmbedFrame.Title)] = title,
            [nameof(EmbedFrame.Page)] = address.Page,
            [nameof(EmbedFrame.Width)] = width,
            [nameof(EmbedFrame.Height)] = height,
        };
        var html = await ComponentRenderer.Render<EmbedFrame>(http.RequestServices, frame);
        return new OEmbed { Title = title, ProviderUrl = site.Absolute("/"), Html = html.Trim(), Width = width, Height = height };
    }
}
