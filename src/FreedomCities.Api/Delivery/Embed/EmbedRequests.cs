using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Which page.</summary>
public sealed record EmbedFaqsRequest(Slug? Topic = null, LanguageTag? Lang = null, string? Cursor = null) : IPagedRequest;

internal sealed class EmbedFaqsValidator : RequestValidator<EmbedFaqsRequest>
{
    public EmbedFaqsValidator() => RuleFor(r => r.Topic).NotNull().WithMessage("Must be given.");
}

/// <summary>What a consumer asks of oEmbed.</summary>
/// <param name="Url" example="http://localhost:5000/embed/faqs?topic=freedom-cities&amp;lang=en">URL of the page to embed: of this service's /embed/faqs.</param>
/// <param name="Format" example="json">The format of the answer. oEmbed's other one, xml, is 501.</param>
/// <param name="Maxwidth" example="600">How wide the frame may be, in CSS pixels.</param>
/// <param name="Maxheight" example="600">How high the frame may be, in CSS pixels.</param>
/// <param name="Dnt" example="1">Do not track: what WordPress sends. Nobody is tracked, with or without it.</param>
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
        RuleFor(r => r.Maxwidth).InclusiveBetween(1, int.MaxValue).WithMessage("Must be a whole number from 1.");
        RuleFor(r => r.Maxheight).InclusiveBetween(1, int.MaxValue).WithMessage("Must be a whole number from 1.");
    }
}

/// <summary>The formats of oEmbed.</summary>
public sealed class OEmbedFormats : IVocabulary
{
    public static string[] All { get; } = ["json", "xml"];
}
