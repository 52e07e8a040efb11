using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>What a partner may choose beyond a topic and a language.</summary>
public sealed class ElementOptionsTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    private const string Office = "is-there-a-local-aclu-office-in-my-area";
    private const string Contact = "how-do-i-get-more-information";
    private const string Guide = "where-can-i-learn-more-about-people-power-or-find-the-resistance-training";

    [Fact]
    public async Task Slugs_SelectEntriesInTheirOrder()
    {
        await using var reader = await Open($"slugs='{Contact}, {Office}' aria-label='Ask us'");

        await Expect(reader.Summaries).ToHaveTextAsync(["How do I get more information?", "Is there a local ACLU office in my area?"]);
        await Expect(reader.Page.GetByRole(AriaRole.Region, new() { Name = "Ask us" })).ToBeVisibleAsync();
        Assert.Empty(await AccessibilityTests.Violations(reader));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Slug_IsOneOpenEntryWithItsContacts()
    {
        await using var reader = await Open($"slug={Contact}");

        await Expect(reader.Page.Locator("details[open] > summary")).ToHaveTextAsync("How do I get more information?");
        var answer = reader.Page.Locator("[part=answer]");
        await Expect(answer.Locator("a[href='tel:+1-505-266-5915;ext=1012']")).ToHaveTextAsync("(505) 266-5915 ext. 1012");
        await Expect(answer.Locator("a[href='mailto:cpompa@aclu-nm.org']")).ToHaveTextAsync("cpompa@aclu-nm.org");
        await Expect(reader.Page.Locator("[part=contacts] > li").Filter(new() { HasText = "Cynthia Pompa" })).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Region, new() { Name = "How do I get more information?" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WithdrawnOrUnknownSlug_IsSaid()
    {
        await service.Given.Topic("gone");
        await service.Given.Faq("was-here", ["gone"]);
        await service.Given.Withdrawn("faq", "was-here", "superseded", replacedBy: Office);
        await using var reader = await Open("slug=was-here");

        await reader.Sees("This answer was withdrawn on ");
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Is there a local ACLU office in my area?" }))
            .ToHaveAttributeAsync("href", $"{service.Origin}/embed/faqs?slug={Office}&lang=en");
        await reader.Page.Locator("fc-faq").EvaluateAsync("e => { e.slug = 'no-such'; }");
        await Expect(reader.Page.Locator(".status")).ToHaveTextAsync("No answer is published under “no-such”.");
    }

    [Fact]
    public async Task Placeholder_IsSaidToBeOne()
    {
        await using var reader = await Open($"slug={Guide}");

        await Expect(reader.Page.Locator("[part=resources] > li")).ToHaveTextAsync(["People Power", "Freedom Cities Action Guide (no link yet)"]);
        await Expect(reader.Page.Locator("[part=resources] a")).ToHaveAttributeAsync("href", "https://peoplepower.org/");
    }

    [Fact]
    public async Task HeadingsAndASingleOpenAnswer()
    {
        await using var reader = await Open("topic=freedom-cities heading=3 single");

        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveCountAsync(5);
        await reader.Summaries.First.ClickAsync();
        await reader.Summaries.Last.ClickAsync();
        await Expect(reader.Page.Locator("details[open]")).ToHaveCountAsync(1);
        await reader.Page.Locator("fc-faq").EvaluateAsync("e => { e.heading = null; e.single = false; }");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveCountAsync(0);
        Assert.Equal("", await reader.Page.Locator("details").First.EvaluateAsync<string>("e => e.name"));
    }

    [Fact]
    public async Task Texts_AreThePagesOwn()
    {
        await using var reader = await Open(
            "topic=freedom-cities lang=fr search",
            """<script type="application/json">{ "label": "Chercher", "source": "Source : {0}" }</script>""");

        await Expect(reader.Page.GetByLabel("Chercher")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("form[lang=fr][dir=ltr]")).ToBeVisibleAsync();
        await reader.Summaries.First.ClickAsync();
        await Expect(reader.Page.Locator("[part=source]").First).ToContainTextAsync("Source : Freedom Cities FAQ");
        await reader.Page.Locator("fc-faq").EvaluateAsync("e => { e.lang = 'ar'; e.texts = { label: 'ابحث' }; }");
        await Expect(reader.Page.Locator("form[lang=ar][dir=rtl]").GetByLabel("ابحث")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task MalformedTexts_AreSaidInTheConsoleOnly()
    {
        await using var reader = await Open("topic=freedom-cities", """<script type="application/json">{ label }</script>""");

        await Expect(reader.Summaries).ToHaveCountAsync(5);
        Assert.Contains("JSON script", Assert.Single(reader.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_TellWhatHappensWithoutTheReadersWords()
    {
        await using var reader = await Open(
            "topic=freedom-cities search",
            script: "const told = []; for (const name of ['fc-load', 'fc-open', 'fc-search', 'fc-error']) "
                + "addEventListener(name, e => told.push(`${name} ${JSON.stringify(e.detail)}`));");
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await reader.Summaries.Last.ClickAsync();
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("sanctuary city difference");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("mark").First).ToBeVisibleAsync();
        await reader.Page.RouteAsync("**/v1/faqs?**", route => route.AbortAsync());
        await reader.ComesBack();
        await reader.Sees("The service can’t be reached.");

        Assert.Equal(
            [
                """fc-load {"count":5}""", """fc-open {"slug":"how-do-i-get-more-information"}""",
                """fc-search {"count":1,"confident":true}""", """fc-error {"status":0}""",
            ],
            await reader.Page.EvaluateAsync<string[]>("() => told"));
    }

    [Fact]
    public async Task Properties_Reflect()
    {
        await using var reader = await Open("topic=freedom-cities search=false");
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await Expect(reader.Page.GetByRole(AriaRole.Searchbox)).ToBeHiddenAsync();

        Assert.Equal(
            ["false", "true,", "false,null", "freedom-cities", "dark", "x,y", "null"],
            await reader.Page.Locator("fc-faq").EvaluateAsync<string[]>(
                """
                e => {
                  const seen = [String(e.search)];
                  e.search = true;
                  seen.push(`${e.search},${e.getAttribute('search')}`);
                  e.search = 'false';
                  seen.push(`${e.search},${e.getAttribute('search')}`, e.topic);
                  e.theme = 'dark';
                  e.slugs = ['x', 'y'];
                  seen.push(e.getAttribute('theme'), e.slugs);
                  e.slugs = null;
                  seen.push(String(e.getAttribute('slugs')));
                  return seen;
                }
                """));
    }

    [Fact]
    public async Task PropertiesSetBeforeTheScriptRan_Count()
    {
        await using var reader = await Open(
            "search", script: "addEventListener('readystatechange', () => { document.querySelector('fc-faq').topic ??= 'freedom-cities'; }, true);");

        await Expect(reader.Summaries).ToHaveCountAsync(5);
    }

    [Fact]
    public Task Module_DoesNothingOnAServer() => Programs.Node("../../src/FreedomCities.Api/Delivery/Embed/fc-faq.mjs", "");

    private async Task<BrowserPage> Open(string attributes, string content = "", string? script = null)
    {
        var early = script is null ? "" : $"<script>{script}</script>";
        var language = attributes.Contains("lang=", StringComparison.Ordinal) ? "" : " lang=en";
        await using var partner = await HostPage.WithPage(early + service.Script() + EmbedService.Bare(attributes + language, content), policy: null);
        var reader = await chromium.Open(partner.Url);
        await Expect(reader.Page.Locator("section:not([aria-busy]) .status")).Not.ToHaveTextAsync("Loading…");
        return reader;
    }
}
