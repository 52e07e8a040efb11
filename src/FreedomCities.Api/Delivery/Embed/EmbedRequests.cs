using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Which page.</summary>
public sealed record EmbedFaqsRequest(string? Topic = null, string? Lang = null, string? Cursor = null);

internal sealed class EmbedFaqsValidator : AbstractValidator<EmbedFaqsRequest>
{
    public EmbedFaqsValidator()
    {
        RuleFor(r => r.Topic).NotNull().WithMessage("Must be given.").IsSlug();
        RuleFor(r => r.Lang).IsLanguage();
    }
}

/// <summary>What a consumer asks of oEmbed.</summary>
/// <param name="Url" example="http://localhost:5000/embed/faqs?topic=freedom-cities&amp;lang=en">URL of the page to embed: of this service's /embed/faqs.</param>
/// <param name="Format" example="json">The format of the answer. oEmbed's other one, xml, is 501.</param>
/// <param name="Maxwidth" example="600">How wide the frame may be, in CSS pixels.</param>
/// <param name="Maxheight" example="600">How high the frame may be, in CSS pixels.</param>
/// <param name="Dnt" example="1">Do not track: what WordPress sends. Nobody is tracked, with or without it.</param>
public sealed record OEmbedRequest(
    [property: Required] string? Url = null,
    [property: DefaultValue("json"), AllowedValues("json", "xml")] string? Format = null,
    [property: Range(1, int.MaxValue)] int? Maxwidth = null,
    [property: Range(1, int.MaxValue)] int? Maxheight = null,
    string? Dnt = null);

internal sealed class OEmbedValidator : AbstractValidator<OEmbedRequest>
{
    public OEmbedValidator()
    {
        RuleFor(r => r.Url).Must(IsWebAddress).WithMessage("Must be given: an absolute URL, http or https.");
        RuleFor(r => r.Format).IsOneOf(["json", "xml"]);
        RuleFor(r => r.Maxwidth).GreaterThan(0).WithMessage("Must be a whole number from 1.");
        RuleFor(r => r.Maxheight).GreaterThan(0).WithMessage("Must be a whole number from 1.");
    }

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
