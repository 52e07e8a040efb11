namespace FreedomCities.Api.Http;

/// <summary>
/// Absolute URLs of this service: from the setting PublicUrl alone, never from what a request says of itself (Host, X-Forwarded-*).
/// </summary>
internal sealed class PublicUrl(IConfiguration configuration)
{
    /// <summary>Scheme, host and port, as a browser's origin is.</summary>
    public string Origin { get; } = new Uri(configuration["PublicUrl"] ?? "http://localhost:5000").GetLeftPart(UriPartial.Authority);

    /// <param name="path">From the root, with its query.</param>
    public string Of(string path) => Origin + path;
}
