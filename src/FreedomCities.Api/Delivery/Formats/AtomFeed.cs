using System.Text;
using System.Xml;
using System.Xml.Linq;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Writes FAQ entries as an Atom feed (RFC 4287), paged as in RFC 5005, section 3.</summary>
internal static class AtomFeed
{
    private const string Name = "FreedomCities.Api";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    // Entitize: same bytes on every system, and carriage returns survive a parser.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <param name="id">URL of the feed without a cursor, the same for all pages.</param>
    /// <param name="self">URL of this page.</param>
    public static byte[] Write(Page<Faq> page, string id, string self, PublicUrl url, ContentTerms terms)
    {
        var feed = new XElement(
            Atom + "feed",
            Lang("en"),
            Element("id", url.Absolute(id)),
            Element("title", $"{Name}: FAQ entries"),
            Author(url, terms),
            Rights(terms),
            // RFC 4287 requires a time even without entries. The Unix epoch means "unknown".
            Element("updated", page.Items.Select(f => f.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max().UtcDateTime),
            Link("self", "application/atom+xml", url.Absolute(self)),
            page.Next is null ? null : Link("next", "application/atom+xml", url.Origin + page.Next),
            page.Items.Select(f => Entry(f, url)));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            feed.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static XElement Author(PublicUrl url, ContentTerms terms) => Element(
        "author",
        Element("name", Name),
        Element("uri", terms.ContactPage?.AbsoluteUri ?? url.Absolute("/")),
        terms.ContactEmail is { } email ? Element("email", email) : null);

    // RFC 4946: a link in addition to the text.
    private static XElement[] Rights(ContentTerms terms) => terms.License is { } license
        ?
        [
            Element("rights", $"{license.Name} ({license.Url.AbsoluteUri})"),
            Element("link", new XAttribute("rel", "license"), new XAttribute("href", license.Url.AbsoluteUri)),
        ]
        : [];

    private static XElement Entry(Faq faq, PublicUrl url) => Element(
        "entry",
        Lang(faq.Language.Served),
        Element("id", $"urn:uuid:{faq.Id}"),
        Element("title", Valid(faq.Question)),
        Element("published", faq.PublishedAt.UtcDateTime),
        Element("updated", faq.UpdatedAt.UtcDateTime),
        Link(
            "alternate",
            "application/json",
            url.Absolute($"/v1/faqs/{faq.Slug}?lang={faq.Language.Served}"),
            new XAttribute("hreflang", faq.Language.Served)),
        faq.Topics.Select(t => Category(t, url)),
        Element("content", new XAttribute("type", "html"), Valid(faq.Answer.Html)),
        Element("source", Element("title", Valid(faq.Trust.Source.Title)), Element("updated", faq.Trust.Source.RetrievedAt.UtcDateTime)));

    private static XElement Category(TopicReference topic, PublicUrl url) => Element(
        "category", new XAttribute("term", topic.Slug), new XAttribute("label", Valid(topic.Name)),
        new XAttribute("scheme", url.Absolute("/v1/topics")));

    private static XElement Link(string relation, string type, string address, params XAttribute[] others) =>
        Element("link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address), others);

    private static XElement Element(string name, params object?[] content) => new(Atom + name, content);

    private static XAttribute Lang(string language) => new(XNamespace.Xml + "lang", language);

    // XML 1.0 can't represent most control characters, U+FFFE and U+FFFF.
    private static string Valid(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? Rune.ReplacementChar : r));
}
