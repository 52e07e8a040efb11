using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.WebUtilities;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Where the page of a topic is.</summary>
internal sealed record EmbedAddress(string Topic, LanguageTag? Lang)
{
    private const string Route = "/embed/faqs";

    public string Path => QueryHelpers.AddQueryString(
        Route, new Dictionary<string, string?>(StringComparer.Ordinal) { ["topic"] = Topic, ["lang"] = Lang?.Text });

    /// <summary>Where oEmbed describes it.</summary>
    public string OEmbed(PublicUrl site) => site.Absolute($"/oembed?format=json&url={Uri.EscapeDataString(site.Absolute(Path))}");

    /// <summary>The address that a URL is; null: it isn't one of this service.</summary>
    public static EmbedAddress? Find(Uri url, PublicUrl site)
    {
        var query = QueryHelpers.ParseQuery(url.Query);
        if (url.GetLeftPart(UriPartial.Path) != site.Absolute(Route) || !query.All(p => p is { Key: "topic" or "lang", Value.Count: 1 }))
        {
            return null;
        }

        var lang = query.TryGetValue("lang", out var tag) ? new LanguageTag(tag!) : null;
        return query.TryGetValue("topic", out var topic) && Slug.Form.IsMatch(topic!) && lang?.Fault is null
            ? new EmbedAddress(topic!, lang)
            : null;
    }
}
