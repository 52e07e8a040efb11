namespace FreedomCities.Api.Editorial.Import;

/// <summary>What a link in a document says, in the form that resources are known by: a URL, or # and the folded text of a placeholder.</summary>
internal static class LinkTarget
{
    private static readonly string[] VideoHosts = ["youtube.com", "youtu.be", "vimeo.com"];
    private static readonly string[] DocumentEndings = [".pdf", ".doc", ".docx", ".odt"];

    /// <summary>The URL in its normal form; null: not one that leads somewhere on the web.</summary>
    public static string? OfUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0
            ? uri.AbsoluteUri
            : null;

    public static string OfText(string text) => "#" + string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    public static string KindOf(string url)
    {
        var uri = new Uri(url);
        return VideoHosts.Any(h => uri.Host == h || uri.Host.EndsWith("." + h, StringComparison.Ordinal)) ? "video"
            : DocumentEndings.Any(e => uri.AbsolutePath.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? "document"
            : "website";
    }

    /// <summary>What to call a resource that a document links to without a text: host and path.</summary>
    public static string TitleOf(string url) => new Uri(url) is var uri ? (uri.Host + uri.AbsolutePath).TrimEnd('/') : "";
}
