using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html.Pages;

/// <summary>What a page declares of itself.</summary>
internal static partial class PageProperties
{
    private static readonly string[] DateNames =
    [
        "article:modified_time", "dcterms.modified", "dc.date.modified", "last-modified", "revised", "article:published_time",
        "dcterms.date", "dc.date", "date",
    ];

    public static string? FindTitle(IHtmlDocument document)
    {
        var title = ElementText.Collapse(document.QuerySelector("head title")?.TextContent ?? "");
        return title.Length > 0 ? title : null;
    }

    public static string? FindLanguage(IHtmlDocument document)
    {
        var root = document.DocumentElement;
        string?[] declared =
        [
            root.GetAttribute("lang"), root.GetAttribute("xml:lang"), document.Body?.GetAttribute("lang"),
            FindMeta(document, "content-language"), FindMeta(document, "language"), FindMeta(document, "dcterms.language"),
        ];
        return declared.Select(d => d?.Trim()).FirstOrDefault(d => d is not null && Language().IsMatch(d));
    }

    public static DateOnly? FindDate(IHtmlDocument document) =>
        DateNames.Select(n => ParseDate(FindMeta(document, n))).FirstOrDefault(d => d is not null);

    private static string? FindMeta(IHtmlDocument document, string name) => document.QuerySelectorAll("meta")
        .FirstOrDefault(m => IsNamed(m, "name", name) || IsNamed(m, "property", name) || IsNamed(m, "http-equiv", name))
        ?.GetAttribute("content");

    private static bool IsNamed(IElement meta, string attribute, string name) =>
        name.Equals(meta.GetAttribute(attribute), StringComparison.OrdinalIgnoreCase);

    private static DateOnly? ParseDate(string? text) =>
        text is { Length: >= 10 }
            && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Language();
}
