using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Query parameters of an embed page.</summary>
/// <param name="Search">Whether the page has a search box.</param>
/// <param name="PostHeight">Whether the page tells the page around it its height, by postMessage.</param>
public sealed record EmbedFaqsRequest(
    Slug? Topic = null,
    Slug? Slug = null,
    LanguageTag? Lang = null,
    Choice<EmbedThemes>? Theme = null,
    Choice<EmbedSwitch>? Search = null,
    Choice<EmbedSwitch>? PostHeight = null,
    string? Cursor = null) : IPagedRequest
{
    internal bool HasSearch => Search is { Text: EmbedSwitch.On };

    internal bool TellsHeight => PostHeight is { Text: EmbedSwitch.On };
}

internal sealed class EmbedFaqsValidator : RequestValidator<EmbedFaqsRequest>
{
    public EmbedFaqsValidator() => RuleFor(r => r.Topic)
        .Must((request, topic) => topic is not null || request.Slug is not null)
        .WithMessage("Required, unless slug names an entry.");
}

/// <summary>Query parameters of oEmbed.</summary>
/// <param name="Url" example="http://localhost:5000/embed/faqs?topic=freedom-cities&amp;lang=en">
/// URL of the page to embed: `/embed/faqs` of this service, with `topic` or `slug`.
/// </param>
/// <param name="Format" example="json">Response format. Only `json` is supported; `xml` gives 501.</param>
/// <param name="Maxwidth" example="600">Maximum width of the frame, in CSS pixels.</param>
/// <param name="Maxheight" example="600">Maximum height of the frame, in CSS pixels.</param>
/// <param name="Dnt" example="1">Do Not Track, as sent by WordPress. Has no effect: the service never tracks readers.</param>
public sealed record OEmbedRequest(
    [property: Required] WebAddress? Url = null,
    [property: DefaultValue("json")] Choice<OEmbedFormats>? Format = null,
    int? Maxwidth = null,
    int? Maxheight = null,
    string? Dnt = null);

internal sealed class OEmbedValidator : RequestValidator<OEmbedRequest>
{
    public OEmbedValidator()
    {
        RuleFor(r => r.Url).NotNull().WithMessage(WebAddress.Message);
        RuleFor(r => r.Maxwidth).InclusiveBetween(1, int.MaxValue).WithMessage("Must be a whole number of at least 1.");
        RuleFor(r => r.Maxheight).InclusiveBetween(1, int.MaxValue).WithMessage("Must be a whole number of at least 1.");
    }
}

/// <summary>The formats of oEmbed.</summary>
public sealed class OEmbedFormats : IVocabulary
{
    public static string[] All { get; } = ["json", "xml"];
}

/// <summary>The colours of an embed page.</summary>
public sealed class EmbedThemes : IVocabulary
{
    public static string[] All { get; } = ["light", "dark", "auto"];
}

/// <summary>A parameter that is on or off.</summary>
public sealed class EmbedSwitch : IVocabulary
{
    internal const string On = "true";

    public static string[] All { get; } = [On, "false"];
}
