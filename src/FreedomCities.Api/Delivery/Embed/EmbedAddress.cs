using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.WebUtilities;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>The address of a topic's page.</summary>
internal sealed record EmbedAddress(string Topic, string? Lang)
{
    private const string Route = "/embed/faqs";

    public string Path => QueryHelpers.AddQueryString(
        Route,
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["topic"] = Topic, ["lang"] = Lang });

    /// <summary>The URL of the page's oEmbed description.</summary>
    public string OEmbed(PublicUrl site) => site.Absolute($"/oembed?format=json&url={Uri.EscapeDataString(site.Absolute(Path))}");

    /// <summary>Null: the URL is not that of a topic's page of this service.</summary>
    public static EmbedAddress? Parse(string url, PublicUrl site)
    {
        var uri = new Uri(url);
        var query = QueryHelpers.ParseQuery(uri.Query);
        return uri.GetLeftPart(UriPartial.Path) == site.Absolute(Route)
            && query.All(p => p is { Key: "topic" or "lang", Value.Count: 1 })
            && query.TryGetValue("topic", out var topic) && Validation.IsSlug(topic!)
            && (!query.TryGetValue("lang", out var lang) || Languages.IsTag(lang))
                ? new EmbedAddress(topic!, lang)
                : null;
    }
}
