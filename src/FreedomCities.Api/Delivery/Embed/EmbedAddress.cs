using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.WebUtilities;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>The address of a topic's page.</summary>
internal sealed record EmbedAddress(string Topic, LanguageTag? Lang)
{
    private const string Route = "/embed/faqs";

    public string Path => QueryHelpers.AddQueryString(
        Route, new Dictionary<string, string?>(StringComparer.Ordinal) { ["topic"] = Topic, ["lang"] = Lang?.Text });

    /// <summary>The URL of the page's oEmbed description.</summary>
    public string OEmbed(PublicUrl site) => site.Absolute($"/oembed?format=json&url={Uri.EscapeDataString(site.Absolute(Path))}");

    /// <summary>Finds the address that a URL names. Null: the URL is not that of a topic's page of this service.</summary>
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
