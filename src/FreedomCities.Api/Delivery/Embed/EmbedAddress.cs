using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>The address of an embed page.</summary>
internal sealed record EmbedAddress(EmbedFaqsRequest Page)
{
    private const string Route = "/embed/faqs";

    public string Path => QueryHelpers.AddQueryString(Route, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["topic"] = Page.Topic?.Text,
        ["slug"] = Page.Slug?.Text,
        ["lang"] = Page.Lang?.Text,
        ["theme"] = Page.Theme?.Text,
        ["search"] = Page.Search?.Text,
        ["postHeight"] = Page.PostHeight?.Text,
    });

    /// <summary>The URL of the page's oEmbed description.</summary>
    public string OEmbed(PublicUrl site) => site.Absolute($"/oembed?format=json&url={Uri.EscapeDataString(site.Absolute(Path))}");

    /// <summary>Finds the address that a URL names. Null: the URL is not that of an embed page of this service.</summary>
    public static EmbedAddress? Find(Uri url, PublicUrl site)
    {
        var query = new Dictionary<string, StringValues>(QueryHelpers.ParseQuery(url.Query), StringComparer.Ordinal);
        if (url.GetLeftPart(UriPartial.Path) != site.Absolute(Route) || query.Values.Any(v => v.Count != 1))
        {
            return null;
        }

        T? Take<T>(string name)
            where T : TextValue<T>, ITextValue<T> => query.Remove(name, out var value) ? T.From(value!) : null;

        var page = new EmbedFaqsRequest(
            Take<Slug>("topic"), Take<Slug>("slug"), Take<LanguageTag>("lang"), Take<Choice<EmbedThemes>>("theme"),
            Take<Choice<EmbedSwitch>>("search"), Take<Choice<EmbedSwitch>>("postHeight"));
        return query.Count == 0 && new EmbedFaqsValidator().Validate(page).IsValid ? new EmbedAddress(page) : null;
    }
}
