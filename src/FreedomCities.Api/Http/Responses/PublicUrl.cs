using System.Text.RegularExpressions;

namespace FreedomCities.Api.Http.Responses;

/// <summary>
/// The public URL of the service, a setting: every URL and path in a response begins with it, whatever Host says. Its path is the prefix
/// below which a proxy publishes the service. A request may come with or without the prefix.
/// </summary>
internal sealed partial class PublicUrl
{
    private readonly string _base;
    private readonly string _prefix;

    public PublicUrl(ServiceSettings settings)
    {
        var given = settings.PublicUrl ?? FirstListeningUrl(settings.Urls);
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.Query + url.Fragment + url.UserInfo != "")
        {
            throw ConfigurationException.Invalid(
                "PublicUrl must be the http or https address that readers use, for example https://faq.example.org", given);
        }

        (_base, _prefix) = (url.AbsoluteUri.TrimEnd('/'), url.AbsolutePath.TrimEnd('/'));
        if (!Segments().IsMatch(_prefix))
        {
            throw ConfigurationException.Invalid(
                "PublicUrl's path must be of letters, digits, '-', '.', '_' and '~' between single slashes, for example "
                    + "https://example.org/faq", given);
        }
    }

    /// <summary>scheme://host:port: the base of paths in responses.</summary>
    public string Origin => _base[..^_prefix.Length];

    /// <summary>Whether the service is published below a path of its host.</summary>
    public bool HasPrefix => _prefix.Length > 0;

    /// <summary>The absolute URL of a path of this service.</summary>
    /// <param name="path">A route's, with its query.</param>
    public string Absolute(string path) => _base + path;

    /// <summary>Adds the prefix under which the host serves this application.</summary>
    /// <param name="path">The path of a route here, with its query.</param>
    public string LinkTo(string path) => _prefix + path;

    /// <summary>Without the setting: the first address that the service listens on, for clients on the same machine.</summary>
    private static string FirstListeningUrl(string urls)
    {
        var first = AnyAddress().Replace(urls.Split(';')[0], "localhost");
        return Uri.TryCreate(first, UriKind.Absolute, out var url) && url.Port > 0 ? first : ServiceSettings.DefaultAddress;
    }

    [GeneratedRegex(@"(?<=://)(\*|\+|0\.0\.0\.0|\[::\])(?=[:/]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex AnyAddress();

    // Other letters are percent-encoded UTF-8. No character needs escaping in JSON, HTML or a header.
    [GeneratedRegex(@"^(/([A-Za-z0-9._~-]|%[89A-F][0-9A-F])+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Segments();
}
