using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FreedomCities.Api.Content.Contacts.Phones;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>
/// Links to the e-mail addresses, and to the North American telephone numbers with their extension, in an answer. The custom element makes
/// the same links.
/// </summary>
internal static partial class AnswerLinks
{
    public static string Add(string html)
    {
        if (!Reachable().IsMatch(html))
        {
            return html;
        }

        var document = new HtmlParser().ParseDocument("");
        document.Body!.InnerHtml = html;
        foreach (var text in document.Body.Descendants<IText>().Where(t => t.ParentElement!.Closest("a, pre, code") is null).ToArray())
        {
            text.Replace([.. Split(text.Data, document)]);
        }

        return document.Body.InnerHtml;
    }

    private static IEnumerable<INode> Split(string text, IDocument document)
    {
        var end = 0;
        foreach (Match match in Reachable().Matches(text))
        {
            yield return document.CreateTextNode(text[end..match.Index]);
            var link = document.CreateElement("a");
            link.SetAttribute("href", CreateUri(match.Groups));
            link.TextContent = match.Value;
            yield return link;
            end = match.Index + match.Length;
        }

        yield return document.CreateTextNode(text[end..]);
    }

    private static string CreateUri(GroupCollection parts)
    {
        if (parts["email"].Success)
        {
            return "mailto:" + parts["email"].Value;
        }

        var number = $"+1{parts["area"].Value}{parts["exchange"].Value}{parts["line"].Value}";
        return PhoneNumber.Uri(number, parts["extension"].Success ? parts["extension"].Value : null, country: null, "voice");
    }

    [GeneratedRegex(
        """
        (?<email>[\w.+-]+@[\w-]+(\.[\w-]+)+)
        |(?<![\w-])(\+?1[ .-])?(\((?<area>[0-9]{3})\)\ ?|(?<area>[0-9]{3})[ .-])(?<exchange>[0-9]{3})[ .-](?<line>[0-9]{4})(?!\w)
        (,?\ *(ext\.?|x|\#)\ *(?<extension>[0-9]{1,6}))?
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Reachable();
}
