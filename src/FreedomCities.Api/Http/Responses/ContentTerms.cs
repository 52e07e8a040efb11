using System.Text.RegularExpressions;
using FreedomCities.Api.Http.Requests;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Responses;

/// <summary>
/// The licence and the contact of the content: the settings ContentLicenseName, ContentLicenseUrl and ContentContact. Each is null when it
/// isn't set.
/// </summary>
internal sealed partial class ContentTerms
{
    private const int MaxNameLength = 100;
    private const string MailTo = "mailto:";

    private readonly StringValues _links;

    public ContentTerms(ServiceSettings settings)
    {
        License = ReadLicense(settings);
        Contact = ReadContact(settings);
        string?[] links =
        [
            License is null ? null : $"<{License.Url.AbsoluteUri}>; rel=\"license\"; title*=UTF-8''{Uri.EscapeDataString(License.Name)}",
            Contact is null ? null : $"<{Contact.AbsoluteUri}>; rel=\"author\"",
        ];
        _links = new StringValues([.. links.OfType<string>()]);
    }

    public License? License { get; }

    /// <summary>An https or http page, or a mailto: address.</summary>
    public Uri? Contact { get; }

    public Uri? ContactPage => ContactEmail is null ? Contact : null;

    public string? ContactEmail => Contact?.Scheme == Uri.UriSchemeMailto ? Contact.AbsoluteUri[MailTo.Length..] : null;

    /// <summary>Adds both to a response as links (RFC 8288).</summary>
    public async ValueTask<object?> AddLinks(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (_links.Count > 0)
        {
            context.HttpContext.Response.Headers.Append(HeaderNames.Link, _links);
        }

        return result;
    }

    private static License? ReadLicense(ServiceSettings settings)
    {
        var (name, url) = (settings.ContentLicenseName ?? "", settings.ContentLicenseUrl ?? "");
        if (name.Length == 0 && url.Length == 0)
        {
            return null;
        }

        if (name.Trim().Length == 0 || name.Length > MaxNameLength || !InputText.IsText(name) || name.Any(char.IsControl))
        {
            throw ConfigurationException.Invalid(
                $"ContentLicenseName must name the licence at ContentLicenseUrl in at most {MaxNameLength} characters, for example CC "
                    + $"BY 4.0", name);
        }

        return WebPage(url) is { } page
            ? new License(name, page)
            : throw ConfigurationException.Invalid(
                "ContentLicenseUrl must be the https or http address of the licence, for example "
                    + "https://creativecommons.org/licenses/by/4.0/", url);
    }

    private static Uri? ReadContact(ServiceSettings settings)
    {
        var given = settings.ContentContact;
        if (string.IsNullOrEmpty(given))
        {
            return null;
        }

        var page = WebPage(given);
        if (page is null && !EmailAddress().IsMatch(given))
        {
            throw ConfigurationException.Invalid(
                "ContentContact must be an https or http address or an e-mail address like mailto:faq@example.org", given);
        }

        return page ?? new Uri(given);
    }

    private static Uri? WebPage(string url) =>
        Printable().IsMatch(url) && Uri.TryCreate(url, UriKind.Absolute, out var page) && page is
        {
            Scheme: "https" or "http",
            UserInfo: "",
        }
            ? page
            : null;

    [GeneratedRegex(@"^[^\s\p{Cc}<>""]+\z")]
    private static partial Regex Printable();

    [GeneratedRegex(@"^mailto:[A-Za-z0-9.!#$&'*+/=^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex EmailAddress();
}
