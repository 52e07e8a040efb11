using FreedomCities.Api.Content.Faqs;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>What a link in a document says, in the form that resources are known by: a URL, or # and the folded text of a placeholder.</summary>
internal static class LinkTarget
{
    public const int MaxUrlLength = 2000;

    private const int MaxTitleLength = 300;

    private static readonly string[] VideoHosts = ["youtube.com", "youtu.be", "vimeo.com"];
    private static readonly string[] DocumentEndings = [".pdf", ".doc", ".docx", ".odt"];

    /// <summary>The URL in its normal form; null: not one that leads somewhere on the web.</summary>
    public static string? OfUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    public static string OfText(string text) => "#" + TitleOfText(text).ToLowerInvariant();

    /// <summary>What to call a resource that a document links to by this text: the text on one line.</summary>
    public static string TitleOfText(string text)
    {
        var title = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return title.Length <= MaxTitleLength ? title : title[..(char.IsHighSurrogate(title[MaxTitleLength - 1]) ? MaxTitleLength - 1 : MaxTitleLength)].TrimEnd();
    }

    /// <summary>The resource that a link makes when no resource has its target.</summary>
    public static ResourceContent NewResource(MarkdownLink link, string target)
    {
        var url = target[0] == '#' ? null : target;
        var text = link.IsBare ? "" : TitleOfText(Markdown.PlainText(link.Label));
        var title = text.Length > 0 ? text : TitleOf(target);
        return new ResourceContent(url is null ? "document" : KindOf(url), title, Description: null, url, IsPlaceholder: url is null);
    }

    private static string KindOf(string url)
    {
        var uri = new Uri(url);
        return VideoHosts.Any(h => uri.Host == h || uri.Host.EndsWith("." + h, StringComparison.Ordinal)) ? "video"
            : DocumentEndings.Any(e => uri.AbsolutePath.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? "document"
            : "website";
    }

    /// <summary>What to call a resource that a document links to without a text: host and path.</summary>
    private static string TitleOf(string url) => TitleOfText(new Uri(url) is var uri ? (uri.Host + uri.AbsolutePath).TrimEnd('/') : "");
}
