using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Query parameters of an embed page.</summary>
public sealed record EmbedFaqsRequest(string? Topic = null, string? Lang = null, string? Cursor = null);

internal sealed class EmbedFaqsValidator : AbstractValidator<EmbedFaqsRequest>
{
    public EmbedFaqsValidator()
    {
        RuleFor(r => r.Topic).NotNull().WithMessage("Required.").IsSlug();
        RuleFor(r => r.Lang).IsLanguage();
    }
}

/// <summary>Query parameters of oEmbed.</summary>
/// <param name="Url" example="http://localhost:5000/embed/faqs?topic=freedom-cities&amp;lang=en">
/// URL of the page to embed: `/embed/faqs` of this service, with `topic`.
/// </param>
/// <param name="Format" example="json">Response format. Only `json` is supported; `xml` gives 501.</param>
/// <param name="Maxwidth" example="600">Maximum width of the frame, in CSS pixels.</param>
/// <param name="Maxheight" example="600">Maximum height of the frame, in CSS pixels.</param>
/// <param name="Dnt" example="1">Do Not Track, as sent by WordPress. Has no effect: the service never tracks readers.</param>
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
        RuleFor(r => r.Url).Must(IsWebAddress).WithMessage("Required: an absolute http or https URL.");
        RuleFor(r => r.Format).IsOneOf(["json", "xml"]);
        RuleFor(r => r.Maxwidth).GreaterThan(0).WithMessage("Must be a whole number of at least 1.");
        RuleFor(r => r.Maxheight).GreaterThan(0).WithMessage("Must be a whole number of at least 1.");
    }

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
