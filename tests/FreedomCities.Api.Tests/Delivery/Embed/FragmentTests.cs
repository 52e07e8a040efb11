using System.Net;
using System.Security.Cryptography;
using System.Text;
using FreedomCities.Api.Delivery.Embed;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>GET /embed/faqs: the answers as a page without script.</summary>
public sealed class FragmentTests(EmbedService service) : IClassFixture<EmbedService>
{
    private const string Page = "/embed/faqs?topic=freedom-cities";

    [Fact]
    public async Task Page_HoldsWhatTheListServes()
    {
        var html = await service.Http.GetStringAsync(Page + "&lang=en");

        foreach (var faq in await service.Items("/v1/faqs?topic=freedom-cities&lang=en"))
        {
            Assert.Contains(
                $"<summary>{WebUtility.HtmlEncode(faq.Text("question")).Replace("&#39;", "&#x27;", StringComparison.Ordinal)}</summary>",
                html,
                StringComparison.Ordinal);
            Assert.Contains(AnswerLinks.Add(faq.Answer("html")), html, StringComparison.Ordinal);
        }

        Assert.Equal(5, html.Split("Source: Freedom Cities FAQ · Imported on ").Length - 1);
        Assert.Contains("· Not reviewed</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_AllowsItsOwnStyleAndAnyFrame()
    {
        using var response = await service.Get(Page);
        var html = await response.Content.ReadAsStringAsync();
        var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];

        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(
                SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors *",
            Service.Header(response, "Content-Security-Policy"));
    }

    [Theory]
    [InlineData("&lang=es", "", "es", null)]
    [InlineData("", "es-MX, en;q=0.5", "es", "Accept-Language")]
    [InlineData("&lang=fr", "", "en", null)]
    public async Task Language_IsChosenAndDeclared(string query, string header, string served, string? varies)
    {
        using var response = await service.Get(Page + query, HttpStatusCode.OK, ("Accept-Language", header));
        var html = await response.Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{served}\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Equal(served, Service.Header(response, "Content-Language"));
        Assert.Equal(varies is not null, response.Headers.Vary.Contains("Accept-Language"));
        Assert.Equal("public, max-age=60, stale-while-revalidate=30, stale-if-error=86400", Service.Header(response, "Cache-Control"));
    }

    [Theory]
    [InlineData("fr", "This answer isn’t available in the requested language.")]
    [InlineData("es", "Traducción automática que nadie ha revisado.")]
    public async Task Notices_SayHowFarToTrustTheLanguage(string lang, string notice)
    {
        var html = await service.Http.GetStringAsync($"{Page}&lang={lang}");

        Assert.Equal(5, html.Split(notice).Length - 1);
    }

    [Fact]
    public async Task OutdatedReviewedAndLegalDates_AreShown()
    {
        await service.Given.Topic("dates");
        await service.Given.Faq("dated", topics: ["dates"]);
        await service.Cluster.Superuser(
            service.DatabaseName, "update source_document set document_date = '2026-02-03' where title = 'A document'");
        await service.Given.Execute(
            """
            update translation set outdated = true, origin = 'machine-reviewed', last_reviewed_at = '2026-03-04T23:59:00Z', reviewed_by_role = 'attorney',
              law_as_of = '2026-01-02'
            where record_id = (select id from record where type = 'faq' and slug = 'dated')
            """, new { });

        var html = await service.Http.GetStringAsync("/embed/faqs?topic=dates&lang=es-MX");

        Assert.Contains("El original ha cambiado desde que se hizo esta traducción.", html, StringComparison.Ordinal);
        Assert.Contains("Traducción automática revisada por una persona.", html, StringComparison.Ordinal);
        Assert.Contains(
            "Fuente: A document · A fecha de 3 de febrero de 2026 · Legislación a fecha de 2 de enero de 2026 · Revisado el 4 de marzo "
                + "de 2026</p>",
            html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RightToLeft_IsDeclared()
    {
        await service.Given.Topic("rtl", "ar", "مدن الحرية");
        await service.Given.Faq("arabic", ["rtl"], language: "ar", question: "ما هي مدينة الحرية؟", answer: "مدينة.");

        var html = await service.Http.GetStringAsync("/embed/faqs?topic=rtl&lang=ar");

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", html, StringComparison.Ordinal);
        Assert.Contains("<details lang=\"ar\" dir=\"rtl\"><summary>ما هي مدينة الحرية؟</summary>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyEntries_AreOnSeveralPages()
    {
        await service.Given.Topic("many");
        foreach (var i in Enumerable.Range(1, 101))
        {
            await service.Given.Faq($"many-{i}", ["many"]);
        }

        using var first = await service.Get("/embed/faqs?topic=many&lang=en");
        var html = await first.Content.ReadAsStringAsync();
        var next = WebUtility.HtmlDecode(html.Split("<a rel=\"next\" target=\"_self\" href=\"")[1].Split('"')[0]);
        var second = await service.Http.GetStringAsync(next);

        Assert.Equal(100, html.Split("<details ").Length - 1);
        Assert.Contains("<summary>What is many-101?</summary>", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", Service.Header(first, "Link"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "No answers are published under the topic “no-such”.")]
    [InlineData("es", "No hay respuestas publicadas sobre el tema «no-such».")]
    public async Task UnknownTopic_IsAPageThatSaysSo(string lang, string message)
    {
        using var response = await service.Get($"/embed/faqs?topic=no-such&lang={lang}", HttpStatusCode.NotFound);

        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", Service.Header(response, "Content-Type"));
        Assert.EndsWith("frame-ancestors *", Service.Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", Service.Header(response, "Cache-Control"));
    }

    [Fact]
    public async Task TopicWithoutEntries_IsAPageThatSaysSo()
    {
        await service.Given.Topic("empty", name: "Empty");

        Assert.Contains(
            "No answers are published under the topic “empty”.",
            await service.Http.GetStringAsync("/embed/faqs?topic=empty&lang=en"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierSlugOfATopic_IsThePageOfTheTopic()
    {
        await service.Given.Topic("topic-before", name: "Its name");
        await service.Given.Faq("of-a-renamed-topic", ["topic-before"]);
        await service.Given.Renamed("topic", "topic-before", "topic-after");

        var html = await service.Http.GetStringAsync("/embed/faqs?topic=topic-before&lang=en");

        Assert.Contains("What is of-a-renamed-topic?", html, StringComparison.Ordinal);
        Assert.Contains("<title>Its name</title>", html, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("/embed/faqs?topic=topic-after&lang=en"), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierSlugOfAnEntry_IsThePageOfTheEntry()
    {
        await service.Given.Faq("entry-before", question: "Its question?");
        await service.Given.Renamed("faq", "entry-before", "entry-after");

        var html = await service.Http.GetStringAsync("/embed/faqs?slug=entry-before&lang=en");

        Assert.Contains("<title>Its question?</title>", html, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("/embed/faqs?slug=entry-after&lang=en"), html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "law-changed", "This answer was withdrawn on January 2, 2026: the law has changed. Please don’t rely on it.")]
    [InlineData("en", "superseded", "This answer was withdrawn on January 2, 2026: a newer answer replaces it. Please don’t rely on it.")]
    [InlineData("en", "merged", "This answer was withdrawn on January 2, 2026: it is now part of another answer. Please don’t rely on it.")]
    [InlineData("es", "error", "Esta respuesta se retiró el 2 de enero de 2026: era errónea. No se base en ella.")]
    public async Task WithdrawnEntry_SaysWhenAndWhy(string lang, string reason, string notice)
    {
        await service.Given.Faq("gone-" + reason);
        await service.Given.Withdrawn("faq", "gone-" + reason, reason);

        using var response = await service.Get($"/embed/faqs?slug=gone-{reason}&lang={lang}", HttpStatusCode.Gone);

        Assert.Contains($">{notice}</p>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", Service.Header(response, "Cache-Control"));
        Assert.False(response.Headers.Contains("Link"));
    }

    [Theory]
    [InlineData("", "topic")]
    [InlineData("?topic=", "topic")]
    [InlineData("?topic=A", "topic")]
    [InlineData("?topic=a&lang=_", "lang")]
    [InlineData("?slug=A", "slug")]
    [InlineData("?topic=a&theme=blue", "theme")]
    [InlineData("?topic=a&search=1", "search")]
    [InlineData("?topic=a&postHeight=", "postHeight")]
    [InlineData("?topic=a&q=word", "q")]
    [InlineData("?topic=a&topic=b", "topic")]
    [InlineData("?topic=a%00", "topic")]
    public async Task BadParameter_Returns400ThatNamesIt(string query, string parameter) =>
        await service.Problem("/embed/faqs" + query, HttpStatusCode.BadRequest, "invalid-request", parameter);

    [Fact]
    public async Task ForeignCursor_Returns400() =>
        await service.Problem(Page + "&cursor=x", HttpStatusCode.BadRequest, "invalid-cursor");

    [Fact]
    public async Task OEmbed_IsDiscoveredByLinkAndHeader()
    {
        var url = $"{service.Origin}/oembed?format=json&url={Uri.EscapeDataString(service.Origin + Page + "&lang=es")}";
        using var response = await service.Get(Page + "&lang=es");

        Assert.Contains(
            $"<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{url.Replace(
                "&",
                "&amp;",
                StringComparison.Ordinal)}\" title=\"Ciudades de la Libertad\" />",
            await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal($"<{url}>; rel=\"alternate\"; type=\"application/json+oembed\"", Service.Header(response, "Link"));
        await service.Json(url);
    }
}
