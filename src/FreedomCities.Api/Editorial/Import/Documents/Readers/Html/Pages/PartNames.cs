using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html.Pages;

/// <summary>The words in class names and ids by which content management systems mark what surrounds a text.</summary>
internal static partial class PartNames
{
    private static readonly (Regex Name, string Reason)[] Parts =
    [
        (Navigation(), "navigation"),
        (Cookies(), "cookie notice"),
        (Feedback(), "feedback form"),
        (Shares(), "share buttons"),
        (Related(), "related pages"),
        (Promotions(), "promotion or dialog"),
        (Comments(), "readers' comments"),
        (Surroundings(), "page header or footer"),
        (EditLinks(), "edit link"),
    ];

    /// <returns>Why an element of this class or id, in lower case, is left out; null: it belongs to the text.</returns>
    public static string? Find(string name) => Parts.Where(p => p.Name.IsMatch(name)).Select(p => p.Reason).FirstOrDefault();

    [GeneratedRegex(
        @"(\A|[-_])(breadcrumbs?|skip-?(nav|links?|navigation|to-content)|skiptocontent|pager|pagination|jump-link)([-_]|\z)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Navigation();

    [GeneratedRegex(
        @"cookie[a-z]*[-_]*(banner|notice|consent|bar|dialog|popup|message|law)|\Aonetrust|cybotcookiebot",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Cookies();

    [GeneratedRegex(
        @"(\A|[-_])(feedback|helpful|article-votes|page-rating|was-this-helpful|more-questions)([-_]|\z)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Feedback();

    [GeneratedRegex(
        @"(\A|[-_])(share-?(buttons?|links?|bar|this|icons?|widget)|sharedaddy|addtoany|addthis|" +
        @"social-?(share|sharing|links?|icons?|media))([-_]|\z)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Shares();

    [GeneratedRegex(@"(\A|[-_])related-?(posts?|articles?|links?|pages?|content|topics?)([-_]|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex Related();

    [GeneratedRegex(
        @"(\A|[-_])(newsletter|subscribe|modal|pop-?up|cta|call-to-action|promo|advert|advertisement|search-?(box|form|bar))([-_]|\z)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Promotions();

    [GeneratedRegex(@"\A(article-)?comments([-_](area|list|section|wrapper))?\z|\Adisqus|\Arespond\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"\A(usa-(banner|identifier)|printfooter|catlinks|sitesub)([-_]|\z)|(\A|[-_])(footer|site-header)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Surroundings();

    [GeneratedRegex(@"\A(mw-editsection|theme-edit-this-page|edit-this-page|edit-link|theme-last-updated)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex EditLinks();
}
