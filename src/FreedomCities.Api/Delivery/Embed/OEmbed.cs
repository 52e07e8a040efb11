using System.Text.Json.Serialization;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>How to show a page in another (oEmbed 1.0, a rich response).</summary>
public sealed record OEmbed
{
    private const int DefaultSize = 600;
    private static readonly TimeSpan CacheAge = TimeSpan.FromDays(1);

    /// <summary>rich: html is to be shown.</summary>
    public string Type => "rich";

    /// <summary>Of oEmbed.</summary>
    public string Version => "1.0";

    /// <summary>The topic's name.</summary>
    public required string Title { get; init; }

    /// <summary>Who serves it.</summary>
    [JsonPropertyName("provider_name")]
    public string ProviderName => "FreedomCities.Api";

    /// <summary>Where that is.</summary>
    [JsonPropertyName("provider_url")]
    public required string ProviderUrl { get; init; }

    /// <summary>How long this may be kept, in seconds. The frame itself is always as right as its page.</summary>
    [JsonPropertyName("cache_age")]
    public int CacheSeconds => (int)CacheAge.TotalSeconds;

    /// <summary>A frame that runs no script and sends no referrer.</summary>
    public required string Html { get; init; }

    /// <summary>Of the frame, in CSS pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Of the frame, in CSS pixels.</summary>
    public required int Height { get; init; }

    internal static OEmbed Create(EmbedAddress address, string title, OEmbedRequest request, PublicUrl site)
    {
        var (width, height) = (Math.Min(request.Maxwidth ?? DefaultSize, DefaultSize), Math.Min(request.Maxheight ?? DefaultSize, DefaultSize));
        Html frame =
            $"""<iframe src="{site.Absolute(address.Path)}" title="{title}" width="{width}" height="{height}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>""";
        return new OEmbed { Title = title, ProviderUrl = site.Absolute("/"), Html = frame.ToString(), Width = width, Height = height };
    }
}
