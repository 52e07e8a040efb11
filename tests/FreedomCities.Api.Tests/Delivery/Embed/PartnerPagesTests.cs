using System.Text;
using FreedomCities.Api.Delivery.Embed;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>The element in the pages that partners really have: it shows the answers, fits, and axe-core finds no violation.</summary>
public sealed class PartnerPagesTests(EmbedService service, Bundles bundles, Chromium chromium)
    : IClassFixture<EmbedService>, IClassFixture<Bundles>
{
    private const string White = "rgb(255, 255, 255)";
    private const string Dark = "rgb(18, 24, 31)";

    private const string Reset = """
        <style>
          * {
            margin: 0; padding: 0; font: italic 700 16px/1 serif; letter-spacing: 4px; word-spacing: 12px; text-transform: uppercase;
            text-indent: 40px; text-align: end; white-space: nowrap; list-style: none; border: 0; outline: 0; background: none;
          }
        </style>
        """;

    // Loads the scripts once the visitor does something, as plugins for speed do.
    private const string Later = """
        <script>
          addEventListener('mousemove', () => {
            for (const { dataset } of document.querySelectorAll('script[type=later]')) {
              document.head.append(Object.assign(document.createElement('script'), { src: dataset.src }));
            }
          }, { once: true });
        </script>
        """;

    [Fact]
    public async Task StrictPolicyWithTrustedTypes()
    {
        await using var partner = await HostPage.WithPage(
            service.Script() + EmbedService.Bare("topic=freedom-cities search jsonld"),
            $"{service.Policy}; require-trusted-types-for 'script'; trusted-types fc-faq");
        await using var reader = await Shown(partner);

        Assert.Equal("FAQPage", await reader.Page.EvaluateAsync<string>(
            "() => JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text)['@type']"));
        await reader.Page.Locator("fc-faq").EvaluateAsync("e => e.remove()");
        await Expect(reader.Page.Locator("script[type='application/ld+json']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ModuleByElement()
    {
        var module = EmbedScript.CurrentModule;
        await using var partner = await HostPage.WithPage(
            $"""<script type="module" src="{service.Origin}{module.Path}" integrity="{module.Integrity}" crossorigin="anonymous"></script>"""
                + EmbedService.Bare("topic=freedom-cities"),
            service.Policy);
        await using var reader = await Shown(partner);
    }

    [Fact]
    public async Task ModuleByImport()
    {
        await using var partner = await HostPage.WithPage(
            $"""<script type="module">await import("{service.Origin}/embed/fc-faq.mjs");</script>"""
                + EmbedService.Bare("topic=freedom-cities"),
            policy: null);
        await using var reader = await Shown(partner);
    }

    [Theory]
    [InlineData("""<script src="/combined.js"></script>""")]
    [InlineData("""<script>INLINE</script>""")]
    [InlineData("""<script type="later" data-src="ORIGIN/embed/fc-faq.js"></script>""" + Later)]
    [InlineData("""<script type="later" data-src="/combined.js"></script>""" + Later)]
    [InlineData("""<script type="later" data-src="data:text/javascript;base64,BASE64"></script>""" + Later)]
    public async Task CombinedInlinedOrDelayedByAnOptimiser(string script)
    {
        var source = await service.Http.GetStringAsync("/embed/fc-faq.js");
        var scripts = new Dictionary<string, string>(StringComparer.Ordinal) { ["combined"] = "window.other = 1;\n" + source };
        var head = script
            .Replace("INLINE", source, StringComparison.Ordinal)
            .Replace("BASE64", Convert.ToBase64String(Encoding.UTF8.GetBytes(source)), StringComparison.Ordinal)
            .Replace("ORIGIN", service.Origin, StringComparison.Ordinal);
        var element = service.Element().Replace(service.Script(), "", StringComparison.Ordinal);
        await using var partner = await HostPage.WithPage(element, policy: null, head: head, scripts: scripts);
        await using var reader = await chromium.Open(partner.Url);
        await reader.Page.Mouse.MoveAsync(1, 1);

        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await Check(reader);
        Assert.All(
            reader.Requests.Where(r => r.Url.Contains("/v1/", StringComparison.Ordinal)),
            r => Assert.StartsWith(service.Origin + "/v1/", r.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutAnAddress_TheConsoleNamesTheAttribute()
    {
        var scripts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["combined"] = await service.Http.GetStringAsync("/embed/fc-faq.js"),
        };
        await using var partner = await HostPage.WithPage(
            """<script src="/combined.js"></script>""" + EmbedService.Bare("topic=freedom-cities"), policy: null, scripts: scripts);
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Page.Locator(".status")).ToHaveTextAsync("The answers can’t be loaded at the moment.");
        Assert.Contains(reader.Complaints, c => c.Contains("attribute api", StringComparison.Ordinal));
        await reader.Page.Locator("fc-faq").EvaluateAsync("(e, api) => { e.api = api; }", service.Origin);
        await Expect(reader.Summaries).ToHaveCountAsync(5);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("react")]
    [InlineData("vue")]
    public async Task BundledByVite(string name)
    {
        await using var partner = await HostPage.WithPage(
            $"""<div id="app"></div><script type="module" src="/{name}.js"></script>""",
            $"default-src 'none'; script-src 'self'; connect-src {service.Origin}",
            attributes: $"data-api=\"{service.Origin}/\"",
            scripts: await bundles.Scripts);
        await using var reader = await Shown(partner);

        await Expect(reader.Page.Locator("#app > p")).ToHaveTextAsync("5 entries");
        await Expect(reader.Page.GetByRole(AriaRole.Searchbox)).ToHaveCountAsync(name == "react" ? 1 : 0);
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(name == "react" ? 5 : 0);
    }

    [Fact]
    public Task Types_AreRightInEveryFrameworkAndResolution() => bundles.CheckTypes();

    [Fact]
    public async Task WrappedFetch()
    {
        await using var partner = await HostPage.WithPage(
            "<script>{ const real = fetch; window.fetch = (url, options) => real(url.trim(), { ...options }); }</script>"
                + service.Element(search: true),
            policy: null);
        await using var reader = await Shown(partner);
    }

    [Fact]
    public async Task AggressiveReset()
    {
        await using var partner = await HostPage.WithPage(service.Element(), policy: null, head: Reset);
        await using var reader = await Shown(partner);

        Assert.Equal(
            ["serif", "16px", "normal", "400", "normal", "0px", "none", "0px", "start", "collapse"],
            await Styles(
                reader, "[part=answer] p", "font-family", "font-size", "font-style", "font-weight", "letter-spacing", "word-spacing",
                "text-transform", "text-indent", "text-align", "white-space-collapse"));
    }

    [Fact]
    public async Task Text_HasThePagesSize()
    {
        await using var partner = await HostPage.WithPage(
            service.Element(), policy: null, head: "<style>html { font-size: 62.5%; } body { font-size: 1.8rem; }</style>");
        await using var reader = await Shown(partner);

        Assert.Equal(["18px"], await Styles(reader, "[part=answer] p", "font-size"));
        foreach (var (font, size) in new[] { ("inherit", "18px"), ("14px/1.4 serif", "14px") })
        {
            await reader.Page.Locator("fc-faq").EvaluateAsync("(e, font) => e.style.setProperty('--fc-font', font)", font);
            Assert.Equal([size], await Styles(reader, "[part=answer] p", "font-size"));
        }
    }

    [Fact]
    public async Task Colours_AreThePagesAndFollowIt()
    {
        await using var partner = await HostPage.WithPage(service.Element(lang: null, search: true), policy: null);
        await using var reader = await Shown(partner);
        foreach (var (system, style, theme, background) in new[]
        {
            (ColorScheme.Dark, "", "auto", White),
            (ColorScheme.Light, "background: #111; color: #eee;", "auto", Dark),
            (ColorScheme.Light, "color-scheme: dark;", "auto", Dark),
            (ColorScheme.Dark, "color-scheme: light;", "auto", White),
            (ColorScheme.Dark, "color-scheme: light dark;", "auto", Dark),
            (ColorScheme.Dark, "color-scheme: light dark;", "light", White),
            (ColorScheme.Light, "--fc-color: inherit;", "dark", Dark),
        })
        {
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = system });
            await reader.Page.EvaluateAsync(
                "([style, theme]) => { document.documentElement.style.cssText = style; document.querySelector('fc-faq').theme = theme; }",
                new[] { style, theme });

            Assert.Equal([background], await Styles(reader, "section", "background-color"));
            await Eventually.Is(async () => (await AccessibilityTests.Violations(reader)).Length == 0, "the element has followed the page");
            await Check(reader);
        }

        await reader.Page.EvaluateAsync("() => { document.documentElement.lang = 'es'; }");
        await Expect(reader.Summaries.First).ToContainTextAsync("Ciudades de la Libertad");
    }

    [Theory]
    [InlineData(ColorScheme.Light, "body { background: #111; color: #eee; }", Dark)]
    [InlineData(ColorScheme.Dark, ":root { color-scheme: light; }", White)]
    public async Task ColoursAtLoad_AreThePages(ColorScheme system, string style, string background)
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), policy: null, head: $"<style>{style}</style>");
        await using var reader = await Shown(partner, new() { ColorScheme = system });

        Assert.Equal([background], await Styles(reader, "section", "background-color"));
    }

    [Fact]
    public async Task RightToLeft()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy, "ar", attributes: "dir=\"rtl\"");
        await using var reader = await Shown(partner);

        Assert.Equal(["ltr"], await Styles(reader, "section", "direction"));
    }

    [Fact]
    public async Task TwoOnAPage()
    {
        await service.Given.Topic("other");
        await service.Given.Faq("in-other", ["other"]);
        await using var partner = await HostPage.WithPage(
            service.Element(search: true) + service.Element("other", search: true), service.Policy);
        await using var reader = await Shown(partner, entries: 6);
    }

    [Fact]
    public async Task UrlWithASlug()
    {
        const string Slug = "how-do-i-get-more-information";
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open(partner.Url + "#" + Slug, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await Expect(reader.Page.Locator("details[open] > summary")).ToHaveTextAsync("How do I get more information?");
        await Expect(reader.Page.Locator($"details#{Slug} > summary")).ToBeFocusedAsync();

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Link to this answer" }).ClickAsync();

        await Expect(reader.Page.Locator(".news")).ToHaveTextAsync("Link copied.");
        Assert.Equal(partner.Url + "#" + Slug, await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await reader.Page.EvaluateAsync("() => { location.hash = 'is-there-a-local-aclu-office-in-my-area'; }");
        await Expect(reader.Page.Locator("#is-there-a-local-aclu-office-in-my-area > summary")).ToBeFocusedAsync();
        await reader.Page.EvaluateAsync("() => { document.activeElement.blur(); document.querySelector('fc-faq').lang = 'es'; }");
        await Expect(reader.Page.Locator("details[open] > summary")).ToContainTextAsync("oficina local");
        await Expect(reader.Page.Locator("summary:focus")).ToHaveCountAsync(0);
        await Check(reader);
    }

    [Fact]
    public async Task Printed()
    {
        await using var partner = await HostPage.WithPage(
            service.Element(search: true), policy: null, head: "<style>body { background: #111; color: #eee; }</style>");
        await using var reader = await Shown(partner);
        await reader.Summaries.First.ClickAsync(); // closes it: the check opened it
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(reader.Page.GetByText("exact legal meaning or definition")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Searchbox)).ToBeHiddenAsync();
        Assert.Equal(["rgb(0, 0, 0)", White], await Styles(reader, "section", "color", "background-color"));
        await Check(reader);
    }

    [Fact]
    public async Task WithoutScript_TheLinkLeadsToTheAnswers()
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open(partner.Url, new() { JavaScriptEnabled = false });

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Questions and answers" }).ClickAsync();

        await Expect(reader.Summaries).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task BlockedScript_LeavesTheLink()
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open("about:blank"); // with script, or axe would not run
        await reader.Page.RouteAsync("**/embed/fc-faq.*", route => route.AbortAsync());
        await reader.Page.GotoAsync(partner.Url);

        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Questions and answers" })).ToBeVisibleAsync();
        await Check(reader);
        await reader.Page.GotoAsync((await reader.Page.GetByRole(AriaRole.Link).GetAttributeAsync("href"))!);
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await Check(reader);
    }

    [Theory]
    [InlineData(320, 1)]
    [InlineData(320, 2)]
    public async Task NarrowOrZoomed(int width, int scale)
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await Shown(
            partner, new() { ViewportSize = new() { Width = width, Height = 480 }, DeviceScaleFactor = scale });

        await reader.Page.EvaluateAsync("scale => { document.documentElement.style.fontSize = `${scale * 100}%`; }", scale);
        await Check(reader);
    }

    [Theory, MemberData(nameof(ScriptTests.EarlierReleases), MemberType = typeof(ScriptTests))]
    public async Task EarlierRelease_StillShowsTheAnswers(string name)
    {
        var type = name.EndsWith(".mjs", StringComparison.Ordinal) ? "module" : "text/javascript";
        await using var partner = await HostPage.WithPage(
            $"""<script type="{type}" src="{service.Origin}/embed/{name}" crossorigin="anonymous" defer></script>"""
                + EmbedService.Bare("topic=freedom-cities search"),
            service.Policy);
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("local office");
        await reader.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(reader.Page.Locator(".found")).Not.ToHaveTextAsync("");
        Assert.Empty(reader.Complaints);
    }

    private async Task<BrowserPage> Shown(HostPage partner, BrowserNewContextOptions? options = null, int entries = 5)
    {
        var reader = await chromium.Open(partner.Url, options);
        await Expect(reader.Summaries).ToHaveCountAsync(entries);
        await Check(reader);
        return reader;
    }

    private static async Task Check(BrowserPage reader)
    {
        Assert.Empty(await AccessibilityTests.Violations(reader));
        var (content, page) = (await reader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), reader.Page.ViewportSize!.Width);
        Assert.InRange(content, 1, page);
        Assert.Empty(reader.Complaints);
    }

    private static Task<string[]> Styles(BrowserPage reader, string selector, params string[] properties) =>
        reader.Page.Locator("fc-faq").Locator(selector).First.EvaluateAsync<string[]>(
            "(e, properties) => properties.map(p => getComputedStyle(e).getPropertyValue(p))", properties);
}
