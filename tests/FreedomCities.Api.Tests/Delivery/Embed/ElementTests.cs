using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>The element on a page of another origin, in a real browser.</summary>
public sealed class ElementTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    private const string Answer = "exact legal meaning or definition for “Sanctuary City";

    [Fact]
    public async Task Element_ShowsTheSeedUnderTheStrictestPolicy()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Summaries).ToHaveTextAsync(
            (await service.Items("/v1/faqs?lang=en&topic=freedom-cities")).Select(f => f.Text("question")));
        await reader.Summaries.First.ClickAsync();
        await reader.Sees(Answer);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Frame_ShowsTheSeedUnderAPolicyThatAllowsIt()
    {
        var page = service.Origin + "/embed/faqs?topic=freedom-cities&lang=en";
        var oembed = (await service.Json("/oembed?url=" + Uri.EscapeDataString(page))).Text("html");
        foreach (var frame in new[] { $"""<iframe src="{page}" title="Freedom Cities" referrerpolicy="no-referrer"></iframe>""", oembed })
        {
            await using var partner = await HostPage.WithPage(frame, $"{service.Policy}; frame-src {service.Origin}");
            await using var reader = await chromium.Open(partner.Url);
            var inside = reader.Page.FrameLocator("iframe");

            await Expect(inside.Locator("summary")).ToHaveCountAsync(5);
            await inside.Locator("summary").First.ClickAsync();
            await Expect(inside.GetByText(Answer)).ToBeVisibleAsync();
            Assert.Equal("600", await inside.Locator("summary").First.EvaluateAsync<string>("e => getComputedStyle(e).fontWeight"));
            await RequestsNothingElse(reader, partner);
        }
    }

    [Fact]
    public async Task Element_RequestsOnlyItsOriginAndStoresNothing()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("office");
        await reader.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(reader.Page.Locator("mark").First).ToBeAttachedAsync();

        await RequestsNothingElse(reader, partner);
        var stored = await reader.Page.EvaluateAsync<string[]>(
            "async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await "
                + "caches.keys().catch(() => [])).length].map(String)");
        Assert.Equal(["", "0", "0", "0", "0"], stored);
        Assert.Empty(await reader.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Keyboard_OpensAnAnswer()
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(5);

        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Summaries.First).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.GetByText(Answer)).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.GetByText(Answer)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task ElementAndPage_SayTheSame()
    {
        await service.Given.Topic("dated");
        await service.Given.Faq("dated", ["dated"], answer: "Call (505) 266-5915, ext. 1012, or write to <info@example.org>, not to `x@example.org`.");
        await service.Cluster.Superuser(
            service.DatabaseName, "update source_document set document_date = '2026-02-03' where title = 'A document'");
        await service.Given.Execute(
            """
            update translation set outdated = true, origin = 'machine-reviewed', last_reviewed_at = '2026-03-04T23:59:00Z', reviewed_by_role = 'attorney', law_as_of = '2026-01-02'
            where record_id = (select id from record where type = 'faq' and slug = 'dated')
            """, new { });
        foreach (var (topic, lang) in new[]
        {
            ("freedom-cities", "en"),
            ("freedom-cities", "es"),
            ("freedom-cities", "fr"),
            ("dated", "en"),
            ("dated", "es"),
        })
        {
            await using var partner = await HostPage.WithPage(service.Element(topic, lang), service.Policy);
            await using var element = await chromium.Open(partner.Url);
            await using var page = await chromium.Open($"{service.Origin}/embed/faqs?topic={topic}&lang={lang}");
            await Expect(element.Summaries).Not.ToHaveCountAsync(0);

            Assert.Equal(await Said(page), await Said(element));
            Assert.Equal(await Links(page), await Links(element));
        }
    }

    [Fact]
    public async Task Links_LeadNowhereWithTheReadersPage()
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(5);

        var links = reader.Page.Locator("details a");
        Assert.NotEqual(0, await links.CountAsync());
        foreach (var link in await links.AllAsync())
        {
            Assert.Equal("noopener noreferrer", await link.GetAttributeAsync("rel"));
        }
    }

    [Fact]
    public async Task Printed_ShowsTheAnswers()
    {
        await using var partner = await HostPage.WithPage(service.Element(theme: "dark"), service.Policy);
        await using var element = await chromium.Open(partner.Url);
        await using var page = await chromium.Open(service.Origin + "/embed/faqs?topic=freedom-cities&lang=en");
        foreach (var reader in new[] { element, page })
        {
            await Expect(reader.Page.GetByText(Answer)).ToBeHiddenAsync();
            await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });

            await Expect(reader.Page.GetByText(Answer)).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task PartnersStyles_ReachPartsAndProperties()
    {
        await using var partner = await HostPage.WithPage(
            "<style>fc-faq { --fc-background: rgb(1, 2, 3); } fc-faq::part(question) { color: rgb(4, 5, 6); }</style>"
                + service.Element(), policy: null);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(5);

        Assert.Equal(
            "rgb(1, 2, 3)",
            await reader.Page.Locator("fc-faq section").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        Assert.Equal("rgb(4, 5, 6)", await reader.Summaries.First.EvaluateAsync<string>("e => getComputedStyle(e).color"));
    }

    [Fact]
    public async Task ReaderWhoWantsNoMotion_GetsNone()
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open(partner.Url, new() { ReducedMotion = ReducedMotion.Reduce });
        await Expect(reader.Summaries).ToHaveCountAsync(5);

        Assert.Equal("0s", await reader.Summaries.First.EvaluateAsync<string>("e => getComputedStyle(e).transitionDuration"));
    }

    private static async Task<string[]> Said(BrowserPage reader)
    {
        foreach (var summary in await reader.Summaries.AllAsync())
        {
            await summary.ClickAsync();
        }

        await reader.Page.Locator("[part=permalink]").EvaluateAllAsync<int>("links => links.map(l => l.remove()).length");
        return [.. (await reader.Page.Locator("details")
            .AllInnerTextsAsync()).Select(
                t => string.Join('\n', t.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))];
    }

    private static Task<string[]> Links(BrowserPage reader) =>
        reader.Page.Locator("details a").EvaluateAllAsync<string[]>("links => links.map(a => `${a.getAttribute('href')} ${a.textContent}`)");

    private async Task RequestsNothingElse(BrowserPage reader, HostPage partner)
    {
        string[] known = [service.Origin + "/", partner.Url];
        Assert.All(reader.Requests, r => Assert.Contains(known, k => r.Url.StartsWith(k, StringComparison.Ordinal)));
        foreach (var request in reader.Requests.Where(r => r.Url.StartsWith(service.Origin, StringComparison.Ordinal)))
        {
            var headers = await request.AllHeadersAsync();
            Assert.False(headers.ContainsKey("cookie") || headers.ContainsKey("referer"), request.Url);
            Assert.DoesNotContain("office", request.Url, StringComparison.Ordinal);
        }

        Assert.Empty(reader.Complaints);
    }
}
