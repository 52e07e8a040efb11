using FreedomCities.Api.Http.Responses;
using FreedomCities.Api.Tests.Delivery.Embed;
using FreedomCities.Api.Tests.Delivery.Formats;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery;

/// <summary>The licence and the contact that the operator states for the content are wherever it goes.</summary>
public sealed class ContentTermsTests(ContentTermsTests.Licensed service, Chromium chromium) : IClassFixture<ContentTermsTests.Licensed>
{
    private const string Name = "CC BY 4.0 “Español”";
    private const string Page = "https://creativecommons.org/licenses/by/4.0/deed.es?a=1&b=2";
    private const string Contact = "mailto:faq@example.org";

    [Fact]
    public async Task Document_StatesThem()
    {
        var info = (await service.Json("/openapi/public.v1.json")).GetProperty("info");

        Assert.Equal((Name, Page), (info.GetProperty("license").Text("name"), info.GetProperty("license").Text("url")));
        Assert.Equal("faq@example.org", info.GetProperty("contact").Text("email"));
    }

    [Fact]
    public async Task Formats_StateThem()
    {
        var feed = await service.Feed();

        Assert.Equal($"{Name} ({Page})", feed.Value("rights"));
        Assert.Equal(Page, feed.Link("license"));
        Assert.Equal("faq@example.org", feed.Element(FormatChecks.Atom + "author")!.Value("email"));
        var page = await service.Json("/v1/faqs.jsonld");
        Assert.Equal((Page, "faq@example.org"), (page.Text("license"), page.GetProperty("publisher").Text("email")));
        await service.Read("jsonld", "/v1/faqs.jsonld");
    }

    [Theory]
    [InlineData("/v1/faqs?limit=1", 3)]
    [InlineData("/v1/faqs/how-do-i-get-more-information", 2)]
    [InlineData("/v1/snapshot?types=topic", 2)]
    public async Task Links_ComeWithTheContent(string path, int count)
    {
        using var response = await service.Get(path);
        var links = response.Headers.GetValues("Link").ToArray();

        Assert.Equal(count, links.Length);
        Assert.Contains($"<{Page}>; rel=\"license\"; title*=UTF-8''CC%20BY%204.0%20%E2%80%9CEspa%C3%B1ol%E2%80%9D", links);
        Assert.Contains($"<{Contact}>; rel=\"author\"", links);
    }

    [Theory]
    [InlineData("en", "License: ", "Contact")]
    [InlineData("es", "Licencia: ", "Contacto")]
    public async Task EmbedPageAndElement_ShowThem(string lang, string license, string contact)
    {
        await using var partner = await HostPage.WithPage(service.Element(lang: lang), service.Policy);
        await using var element = await chromium.Open(partner.Url);
        await using var page = await chromium.Open($"{service.Origin}/embed/faqs?topic=freedom-cities&lang={lang}");

        await Expect(element.Page.Locator("[part=terms]")).ToHaveTextAsync($"{license}{Name} · {contact}");
        await Expect(page.Page.Locator("footer p")).ToHaveTextAsync([license + Name, contact]);
        foreach (var (reader, place) in new[] { (element, "[part=terms]"), (page, "footer") })
        {
            Assert.Equal(
                [Page, Contact],
                await reader.Page.Locator(place).EvaluateAsync<string[]>("e => [...e.querySelectorAll('a')].map(a => a.href)"));
            Assert.Empty(reader.Complaints);
            Assert.Empty(await AccessibilityTests.Violations(reader));
        }
    }

    [Fact]
    public async Task WithoutSettings_NothingIsSaid()
    {
        await using var plain = new SecondInstance(service);
        await plain.InitializeAsync();
        using var list = await plain.Get("/v1/faqs");
        var page = await plain.Http.GetStringAsync("/embed/faqs?topic=freedom-cities");
        var feed = await plain.Feed();

        Assert.Null(Service.Header(list, "Link"));
        Assert.DoesNotContain("<footer>", page, StringComparison.Ordinal);
        Assert.Null(feed.Element(FormatChecks.Atom + "rights"));
        var jsonLd = await plain.Json("/v1/faqs.jsonld");
        Assert.All(["license", "publisher"], name => Assert.False(jsonLd.TryGetProperty(name, out _)));
    }

    [Theory]
    [InlineData("ContentLicenseName", "", Page)]
    [InlineData("ContentLicenseName", "a\nb", Page)]
    [InlineData("ContentLicenseUrl", Name, "")]
    [InlineData("ContentLicenseUrl", Name, "javascript:alert(1)")]
    [InlineData("ContentLicenseUrl", Name, "https://example.org/ a")]
    [InlineData("ContentLicenseUrl", Name, "https://user@example.org/")]
    [InlineData("ContentLicenseUrl", Name, Contact)]
    public void WrongLicense_IsTold(string setting, string name, string url) =>
        IsTold(setting, new ServiceSettings { ContentLicenseName = name, ContentLicenseUrl = url });

    [Theory]
    [InlineData("faq@example.org")]
    [InlineData("mailto:")]
    [InlineData("mailto:faq@example.org?subject=x")]
    [InlineData("mailto:a@b,c@d")]
    [InlineData("tel:+15550100")]
    [InlineData("ftp://example.org")]
    [InlineData("https://example.org/\r\nx: y")]
    public void WrongContact_IsTold(string contact) => IsTold("ContentContact", new ServiceSettings { ContentContact = contact });

    private static void IsTold(string setting, ServiceSettings settings)
    {
        var message = Assert.Throws<ConfigurationException>(() => new ContentTerms(settings)).Message;

        Assert.StartsWith(setting + " must ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    public sealed class Licensed(TestCluster cluster) : EmbedService(cluster)
    {
        private protected override string[] Settings =>
            [.. base.Settings, "--ContentLicenseName", Name, "--ContentLicenseUrl", Page, "--ContentContact", Contact];
    }
}
