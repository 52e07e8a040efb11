using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Embed;

public sealed class OEmbedTests(EmbedService service) : IClassFixture<EmbedService>
{
    [Fact]
    public async Task PageOfATopic_IsARichResponse()
    {
        var oembed = await service.Json(ReadEmbed("/embed/faqs?topic=freedom-cities&lang=es"));

        Assert.Equal("rich", oembed.Text("type"));
        Assert.Equal("1.0", oembed.Text("version"));
        Assert.Equal("Ciudades de la Libertad", oembed.Text("title"));
        Assert.Equal("FreedomCities.Api", oembed.Text("provider_name"));
        Assert.Equal(service.Origin + "/", oembed.Text("provider_url"));
        Assert.Equal(86400, oembed.GetProperty("cache_age").GetInt32());
        Assert.Equal(
            $"<iframe src=\"{service.Origin}/embed/faqs?topic=freedom-cities&amp;lang=es\" title=\"Ciudades de la Libertad\" "
                + $"width=\"600\" height=\"600\" "
            + "loading=\"lazy\" referrerpolicy=\"no-referrer\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>",
            oembed.Text("html"));
    }

    [Theory]
    [InlineData("&maxwidth=320&maxheight=200", 320, 200)]
    [InlineData("&maxwidth=5000", 600, 600)]
    [InlineData("&format=json&maxwidth=500&maxheight=750&dnt=1", 500, 600)]
    public async Task Frame_FitsWhatTheConsumerAllows(string query, int width, int height)
    {
        var oembed = await service.Json(ReadEmbed("/embed/faqs?topic=freedom-cities") + query);

        Assert.Equal((width, height), (oembed.GetProperty("width").GetInt32(), oembed.GetProperty("height").GetInt32()));
        Assert.Contains($"width=\"{width}\" height=\"{height}\"", oembed.Text("html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageWithoutLanguage_IsDescribedInTheConsumers()
    {
        using var response = await service.Get(ReadEmbed("/embed/faqs?topic=freedom-cities"), HttpStatusCode.OK, ("Accept-Language", "es"));

        Assert.Equal("Ciudades de la Libertad", (await Service.ReadJson(response)).Text("title"));
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task EarlierSlugOfATopic_IsDescribedByThePresentOne()
    {
        await service.Given.Topic("topic-before", name: "Its name");
        await service.Given.Renamed("topic", "topic-before", "topic-after");

        var oembed = await service.Json(ReadEmbed("/embed/faqs?topic=topic-before&lang=en"));

        Assert.Equal("Its name", oembed.Text("title"));
        Assert.Contains(
            $"src=\"{service.Origin}/embed/faqs?topic=topic-after&amp;lang=en\"",
            oembed.Text("html"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierSlugOfAnEntry_IsDescribedByThePresentOne()
    {
        await service.Given.Faq("entry-before", question: "Its question?");
        await service.Given.Renamed("faq", "entry-before", "entry-after");

        var oembed = await service.Json(ReadEmbed("/embed/faqs?slug=entry-before&lang=en"));

        Assert.Equal("Its question?", oembed.Text("title"));
        Assert.Contains(
            $"src=\"{service.Origin}/embed/faqs?slug=entry-after&amp;lang=en\"", oembed.Text("html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawnSlug_Returns410AsTheRecordDoes()
    {
        await service.Given.Topic("topic-gone");
        await service.Given.Withdrawn("topic", "topic-gone");
        await service.Given.Faq("entry-named-otherwise");
        await service.Given.Renamed("faq", "entry-named-otherwise", "entry-gone");
        await service.Given.Withdrawn("faq", "entry-gone", "merged", replacedBy: "how-do-i-get-more-information");
        foreach (var (page, record) in new[]
        {
            ("topic=topic-gone", "/v1/topics/topic-gone"),
            ("slug=entry-gone", "/v1/faqs/entry-gone"),
            ("slug=entry-named-otherwise", "/v1/faqs/entry-gone"),
        })
        {
            var expected = await service.Problem(record, HttpStatusCode.Gone, "gone");
            var problem = await service.Problem(ReadEmbed("/embed/faqs?" + page), HttpStatusCode.Gone, "gone");
            Assert.All(
                ["detail", "reason", "withdrawnAt", "replacedBy"],
                name => Assert.Equal(expected.GetProperty(name).GetRawText(), problem.GetProperty(name).GetRawText()));
        }
    }

    [Theory]
    [InlineData("/embed/faqs?slug=no-such")]
    [InlineData("/embed/faqs?topic=no-such")]
    [InlineData("/embed/faqs")]
    [InlineData("/embed/faqs?topic=A")]
    [InlineData("/embed/faqs?topic=freedom-cities&lang=_")]
    [InlineData("/embed/faqs?topic=freedom-cities&topic=freedom-cities")]
    [InlineData("/embed/faqs?topic=freedom-cities&x=%22%3E%3Cscript%3E")]
    [InlineData("/embed/fc-faq.js?topic=freedom-cities")]
    [InlineData("/v1/faqs?topic=freedom-cities")]
    public async Task PageThatCannotBeEmbedded_Returns404(string page) =>
        await service.Problem(ReadEmbed(page), HttpStatusCode.NotFound, "not-found");

    [Theory]
    [InlineData("https://peoplepower.org/embed/faqs?topic=freedom-cities")]
    [InlineData("http://127.0.0.1:1/embed/faqs?topic=freedom-cities")]
    public async Task ForeignUrl_Returns404(string url) =>
        await service.Problem("/oembed?url=" + Uri.EscapeDataString(url), HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task OwnUrlInDisguise_Returns404()
    {
        foreach (var origin in new[]
        {
            service.Origin.Replace("http://", "https://", StringComparison.Ordinal),
            service.Origin.Replace("http://", "http://user@", StringComparison.Ordinal),
        })
        {
            await service.Problem(
                "/oembed?url=" + Uri.EscapeDataString(origin + "/embed/faqs?topic=freedom-cities"),
                HttpStatusCode.NotFound,
                "not-found");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?url=")]
    [InlineData("?url=nonsense")]
    [InlineData("?url=/embed/faqs%3Ftopic%3Dfreedom-cities")]
    [InlineData("?url=javascript:alert(1)")]
    [InlineData("?url=http://")]
    public async Task MalformedUrl_Returns400(string query) =>
        await service.Problem("/oembed" + query, HttpStatusCode.BadRequest, "invalid-request", "url");

    [Theory]
    [InlineData("format=yaml", "format")]
    [InlineData("maxwidth=0", "maxwidth")]
    [InlineData("maxheight=-1", "maxheight")]
    [InlineData("maxwidth=99999999999", "maxwidth")]
    [InlineData("callback=f", "callback")]
    public async Task BadParameter_Returns400ThatNamesIt(string query, string parameter) =>
        await service.Problem(
            $"{ReadEmbed("/embed/faqs?topic=freedom-cities")}&{query}",
            HttpStatusCode.BadRequest,
            "invalid-request",
            parameter);

    [Fact]
    public async Task Xml_Returns501() =>
        await service.Problem(
            ReadEmbed("/embed/faqs?topic=freedom-cities") + "&format=xml",
            HttpStatusCode.NotImplemented,
            "not-implemented");

    private string ReadEmbed(string page) => "/oembed?url=" + Uri.EscapeDataString(service.Origin + page);
}
