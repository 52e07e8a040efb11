using System.Xml.Linq;

namespace FreedomCities.Api.Tests.Delivery.Formats;

public sealed class FaqAtomTests(SeededService service) : IClassFixture<SeededService>
{
    private const string Feed = "http://localhost:5000/v1/feeds/faqs.atom";

    [Fact]
    public async Task Feed_HasItsIdAuthorTimeAndAddress()
    {
        var feed = await service.Feed("/v1/feeds/faqs.atom?lang=es&topic=freedom-cities");

        Assert.Equal(Feed + "?topic=freedom-cities&lang=es", feed.Value("id"));
        Assert.Equal(feed.Value("id"), feed.Link("self"));
        Assert.Null(feed.Link("next"));
        Assert.Equal("FreedomCities.Api", feed.Element(FormatChecks.Atom + "author")!.Value("name"));
        Assert.Equal(feed.Elements(FormatChecks.Atom + "entry").Max(e => e.Value("updated")), feed.Value("updated"));
    }

    [Fact]
    public async Task Feed_WithoutEntriesIsOne()
    {
        var feed = await service.Feed("/v1/feeds/faqs.atom?topic=no-such");

        Assert.Empty(feed.Elements(FormatChecks.Atom + "entry"));
        Assert.Equal("1970-01-01T00:00:00Z", feed.Value("updated"));
    }

    [Fact]
    public async Task Entry_SaysWhatTheRecordSays()
    {
        var faq = await service.Json("/v1/faqs/how-do-i-get-more-information?lang=es");
        var source = faq.GetProperty("trust").GetProperty("source");

        var entry =
            Assert.Single(
                (await service.Feed("/v1/feeds/faqs.atom?slugs=how-do-i-get-more-information&lang=es")).Elements(FormatChecks.Atom
                    + "entry"));

        Assert.Equal("es", entry.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal($"urn:uuid:{faq.GetProperty("id")}", entry.Value("id"));
        Assert.Equal(faq.GetProperty("question").GetString(), entry.Value("title"));
        Assert.Equal(faq.GetProperty("publishedAt").GetString(), entry.Value("published"));
        Assert.Equal(faq.GetProperty("updatedAt").GetString(), entry.Value("updated"));
        Assert.Equal("http://localhost:5000/v1/faqs/how-do-i-get-more-information?lang=es", entry.Link("alternate"));
        Assert.Equal(
            ["term=freedom-cities", "label=Ciudades de la Libertad", "scheme=http://localhost:5000/v1/topics"],
            Assert.Single(entry.Elements(FormatChecks.Atom + "category")).Attributes().Select(a => $"{a.Name}={a.Value}"));
        Assert.Equal("html", entry.Element(FormatChecks.Atom + "content")!.Attribute("type")!.Value);
        Assert.Equal(faq.GetProperty("answer").GetProperty("html").GetString(), entry.Value("content"));
        Assert.Equal(
            (source.GetProperty("title").GetString(), source.GetProperty("retrievedAt").GetString()),
            (entry.Element(FormatChecks.Atom + "source")!.Value("title"), entry.Element(FormatChecks.Atom + "source")!.Value("updated")));
    }

    [Fact]
    public async Task EditedEntry_IsTheFirstUnderTheIdThatItHad()
    {
        var first = await service.Given.Faq("feed-first", updatedAt: DateTimeOffset.UtcNow.AddDays(1));
        await service.Given.Faq("feed-second", updatedAt: DateTimeOffset.UtcNow.AddDays(2));
        Assert.Equal(["feed-second", "feed-first"], (await service.SlugsIn("/v1/feeds/faqs.atom"))[..2]);

        await service.Given.Execute(
            "update record set updated_at = updated_at + interval '2 days' where slug = @slug",
            new { slug = "feed-first" });
        await service.Given.Renamed("faq", "feed-first", "feed-renamed");

        var feed = await service.Feed();
        var entry = feed.Elements(FormatChecks.Atom + "entry").First();
        Assert.Equal($"urn:uuid:{first}", entry.Value("id"));
        Assert.EndsWith("/v1/faqs/feed-renamed?lang=en", entry.Link("alternate"), StringComparison.Ordinal);
        Assert.Equal(entry.Value("updated"), feed.Value("updated"));
    }

    [Fact]
    public async Task WithdrawnEntry_IsInNoDocument()
    {
        await service.Given.Faq("feed-withdrawn");
        Assert.Contains("feed-withdrawn", await service.SlugsIn("/v1/feeds/faqs.atom"));
        Assert.Contains("feed-withdrawn", await service.SlugsIn("/v1/faqs.jsonld"));

        await service.Given.Withdrawn("faq", "feed-withdrawn");

        Assert.DoesNotContain("feed-withdrawn", await service.SlugsIn("/v1/feeds/faqs.atom"));
        Assert.DoesNotContain("feed-withdrawn", await service.SlugsIn("/v1/faqs.jsonld"));
    }

    [Fact]
    public async Task CharactersThatXmlForbids_AreReplaced()
    {
        await service.Given.Topic("odd", name: "Odd\u0002");
        await service.Given.Faq(
            "odd-characters",
            ["odd"],
            question: "\u0001What\u000B is\uFFFF 🎈\u0085?",
            answer: "It\u001B is\r\n\t&amp; <so>.");

        var entry = Assert.Single((await service.Feed("/v1/feeds/faqs.atom?topic=odd")).Elements(FormatChecks.Atom + "entry"));

        Assert.Equal("\uFFFDWhat\uFFFD is\uFFFD 🎈\u0085?", entry.Value("title"));
        Assert.Equal("<p>It\uFFFD is\r\n\t&amp; <so>.</p>", entry.Value("content"));
        Assert.Equal("Odd\uFFFD", entry.Element(FormatChecks.Atom + "category")!.Attribute("label")!.Value);
    }
}
