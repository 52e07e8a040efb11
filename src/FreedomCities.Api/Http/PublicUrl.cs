using System.Text.RegularExpressions;
using FreedomCities.Api.Database;

namespace FreedomCities.Api.Http;

/// <summary>Where readers find the service: the setting that every absolute URL begins with, whatever Host says.</summary>
internal sealed partial class PublicUrl
{
    private const string Default = "http://localhost:5000";

    private readonly string _base;

    public PublicUrl(IConfiguration configuration)
    {
        var given = configuration["PublicUrl"] ?? Listening(configuration["urls"]);
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query + url.Fragment + url.UserInfo != "")
        {
            throw new SetupException($"PublicUrl must be the http or https address that readers use, for example https://faq.example.org: it is '{given}'.");
        }

        _base = url.AbsoluteUri.TrimEnd('/');
    }

    /// <param name="path">A path on this server, with its query.</param>
    public string Of(string path) => _base + path;

    /// <summary>Without the setting: the first address that the service listens on, as this machine reaches it.</summary>
    private static string Listening(string? urls)
    {
        var first = AnyAddress().Replace((urls ?? Default).Split(';')[0], "localhost");
        return Uri.TryCreate(first, UriKind.Absolute, out var url) && url.Port > 0 ? first : Default;
    }

    [GeneratedRegex(@"(?<=://)(\*|\+|0\.0\.0\.0|\[::\])(?=[:/]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex AnyAddress();
}
