using FreedomCities.Api.Database;

namespace FreedomCities.Api.Http;

/// <summary>Where readers find the service: the setting that every absolute URL begins with, whatever Host says.</summary>
internal sealed class PublicUrl
{
    private readonly string _base;

    public PublicUrl(IConfiguration configuration)
    {
        var given = configuration["PublicUrl"] ?? "";
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query + url.Fragment + url.UserInfo != "")
        {
            throw new SetupException($"PublicUrl must be the http or https address that readers use, for example https://faq.example.org: it is '{given}'.");
        }

        _base = url.AbsoluteUri.TrimEnd('/');
    }

    /// <param name="path">A path on this server, with its query.</param>
    public string Of(string path) => _base + path;
}
