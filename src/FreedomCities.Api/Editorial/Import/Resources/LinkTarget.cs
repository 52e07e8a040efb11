using FreedomCities.Api.Content.Faqs;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>
/// The target of a link in a document, by which its resource is found: a URL, or # and the lower-case text of a placeholder.
/// </summary>
internal static class LinkTarget
{
    public const int MaxUrlLength = 2000;

    private const int MaxTitleLength = 300;

    private static readonly string[] VideoHosts = ["youtube.com", "youtu.be", "vimeo.com"];
    private static readonly string[] DocumentEndings = [".pdf", ".doc", ".docx", ".odt"];

    /// <summary>The URL in its normal form; null: not an http or https URL.</summary>
    public static string? NormalizeUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    /// <summary>The target of a placeholder with this text.</summary>
    public static string FromText(string text) => "#" + ToTitle(text).ToLowerInvariant();

    /// <summary>The title of a resource, from the text of a link: on one line, and cut to the maximum length.</summary>
    public static string ToTitle(string text)
    {
        var title = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length <= MaxTitleLength)
        {
            return title;
        }

        var length = char.IsHighSurrogate(title[MaxTitleLength - 1]) ? MaxTitleLength - 1 : MaxTitleLength;
        return title[..length].TrimEnd();
    }

    /// <summary>The new resource of a link whose target no resource has.</summary>
    public static ResourceContent NewResource(MarkdownLink link, string target)
    {
        var url = target[0] == '#' ? null : target;
        var text = link.IsBare ? "" : ToTitle(Markdown.PlainText(link.Label));
        var title = text.Length > 0 ? text : TitleFromUrl(target);
        var kind = url is null ? "document" : KindFromUrl(url);
        return new ResourceContent(kind, title, Description: null, url, IsPlaceholder: url is null);
    }

    private static string KindFromUrl(string url)
    {
        var uri = new Uri(url);
        if (VideoHosts.Any(h => uri.Host == h || uri.Host.EndsWith("." + h, StringComparison.Ordinal)))
        {
            return "video";
        }

        return DocumentEndings.Any(e => uri.AbsolutePath.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? "document" : "website";
    }

    /// <summary>The title of a resource whose link has no text: host and path.</summary>
    private static string TitleFromUrl(string url)
    {
        var uri = new Uri(url);
        return ToTitle((uri.Host + uri.AbsolutePath).TrimEnd('/'));
    }
}
