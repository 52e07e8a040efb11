using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>The addresses that office programs put in place of a link's own: exports of Google Docs, and Outlook's Safe Links.</summary>
internal static partial class LinkRedirects
{
    /// <summary>The link's own address.</summary>
    public static string Resolve(string target)
    {
        var match = Redirect().Match(target);
        var address = match.Success ? Uri.UnescapeDataString(match.Groups["address"].Value) : "";
        return address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : target;
    }

    [GeneratedRegex(
        @"\Ahttps?://(www\.google\.[a-z.]+/url\?([^#]*&)?(q|url)=|[a-z0-9]+\.safelinks\.protection\.outlook\.com/[^?#]*\?([^#]*&)?url=)" +
        "(?<address>[^&#]+)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Redirect();
}
