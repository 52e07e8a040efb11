using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>
/// Answers that try to run something in a reader's browser: each would set window.ran, open a dialog or send a request to another origin.
/// </summary>
public sealed class HostileAnswerTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    private const string Markers = """
        <script>top.ran = 1</script>
        <img src=x onerror="top.ran = 1"><img src="http://127.0.0.1:9/tracked">
        <svg onload="top.ran = 1"><script>top.ran = 1</script><a xlink:href="javascript:top.ran = 1"><text>svg</text></a></svg>
        <a href="javascript:top.ran = 1">one</a> <a href=" &#106;ava&#10;script:top.ran = 1">two</a> <a href="JaVaScRiPt:top.ran=1">three</a>
        <a href="data:text/html,<script>top.ran = 1</script>">four</a> <a href="vbscript:x">five</a> <a href="//127.0.0.1:9/">six</a>
        <a href="https://peoplepower.org/" onclick="top.ran = 1" style="position:fixed" target="_top" ping="http://127.0.0.1:9/">seven</a>
        <iframe srcdoc="<script>top.ran = 1</script>"></iframe><iframe src="javascript:top.ran = 1"></iframe>
        <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=top.ran=1&gt;"></table></math>
        <details ontoggle="top.ran = 1" open><summary>inner</summary></details>
        <input autofocus onfocus="top.ran = 1"><form action="javascript:top.ran = 1"><button formaction="javascript:top.ran = 1">b</button></form>
        <object data="data:text/html,<script>top.ran = 1</script>"></object><embed src="javascript:top.ran = 1">
        <style>@import 'http://127.0.0.1:9/style';</style><link rel="stylesheet" href="http://127.0.0.1:9/style">
        <template><script>top.ran = 1</script></template><noscript><p title="</noscript><img src=x onerror=top.ran=1>"></noscript>
        <meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><base href="http://127.0.0.1:9/">
        <video src="http://127.0.0.1:9/v" onerror="top.ran = 1"><source onerror="top.ran = 1"></video><marquee onstart="top.ran = 1">m</marquee>
        <p style="background: url(http://127.0.0.1:9/p)" id="q" is="x-y" onclick="top.ran = 1">p</p><fc-faq topic="freedom-cities"></fc-faq>
        &lt;script&gt;top.ran = 1&lt;/script&gt; <p>the end of it</p>
        """;

    private const string Markdown = """
        [one](javascript:top.ran=1) [two](<java script:top.ran=1>) [three](&#106;avascript:top.ran=1) [four](data:text/html,<script>top.ran=1</script>)
        [five](https://peoplepower.org/"onclick="top.ran=1) ![six](http://127.0.0.1:9/tracked) <javascript:top.ran=1> [seven]

        [seven]: javascript:top.ran=1

        ```"><script>top.ran=1</script>
        </code></pre><script>top.ran=1</script>
        ```
        """;

    [Fact]
    public async Task RawHtml_RunsNothingInTheElementEvenWithoutAPolicy()
    {
        await Store("raw");
        await using var partner = await HostPage.WithPage(service.Element("raw", search: true), policy: null);
        await using var reader = await chromium.Open(partner.Url);
        await Open(reader);

        await RanNothing(reader, partner.Url);
        Assert.Empty(reader.Complaints);
        var shown = reader.Page.Locator("[part=answer]");
        Assert.Equal(["A href rel"], await shown.EvaluateAsync<string[]>(
            "e => [...new Set([...e.querySelectorAll('*')].filter(c => c.attributes.length).map(c => [c.tagName, "
                + "...c.getAttributeNames()].join(' ')))]"));
        Assert.Equal(
            ["https://peoplepower.org/"],
            await shown.EvaluateAsync<string[]>("e => [...e.querySelectorAll('a')].map(a => a.href)"));
        Assert.Equal(0, await shown.Locator("img, svg, script, style, iframe, form, input, details, fc-faq, template").CountAsync());
    }

    [Fact]
    public async Task Search_ShowsForeignTextAsText()
    {
        await Store("found");
        await using var partner = await HostPage.WithPage(service.Element("found", search: true), policy: null);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(1);

        await reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("window script ran");
        await reader.Page.Keyboard.PressAsync("Enter");

        await Expect(reader.Page.Locator(".snippet")).ToContainTextAsync("<script>top.ran = 1</script>");
        await RanNothing(reader, partner.Url);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task RawHtml_RunsNothingInThePageBecauseOfItsPolicy()
    {
        // A policy can't forbid this one: what is served has no meta elements, as the next test shows.
        await Store("page", Markers.Replace("http-equiv=\"refresh\"", "", StringComparison.Ordinal));
        await using var reader = await chromium.Open(service.Origin + "/embed/faqs?topic=page");

        await reader.Summaries.First.ClickAsync();
        await RanNothing(reader, service.Origin);
    }

    [Fact]
    public async Task ImportedMarkdown_IsHarmlessWithoutAnyPolicy()
    {
        await service.Import($"# Hostile\n\n## Does \\</summary>\\<script>top.ran = 1\\</script> run?\n\nthe end of it\n\n{Markdown}\n\n{Markers}");
        await using var partner = await HostPage.WithPage(service.Element("hostile", search: true), policy: null);
        await using var element = await chromium.Open(partner.Url);
        await using var page = await chromium.Open(service.Origin + "/embed/faqs?topic=hostile", new() { BypassCSP = true });
        foreach (var reader in new[] { element, page })
        {
            await Open(reader);

            await RanNothing(reader, reader == page ? service.Origin : partner.Url);
            Assert.Empty(reader.Complaints);
            Assert.All(
                await reader.Page.Locator("details a").EvaluateAllAsync<string[]>("links => links.map(a => a.protocol)"),
                protocol => Assert.Contains(protocol, (string[])["http:", "https:"]));
        }
    }

    private async Task Store(string topic, string answer = Markers)
    {
        await service.Given.Topic(topic, name: "<img src=x onerror=top.ran=1>");
        await service.Given.Faq($"hostile-{topic}", [topic], question: "</summary><script>top.ran = 1</script> window?", answer: answer);
    }

    private static async Task Open(BrowserPage reader)
    {
        await Expect(reader.Summaries.First).ToContainTextAsync("<script>top.ran = 1</script>");
        await reader.Summaries.First.ClickAsync();
        await reader.Sees("the end of it");
    }

    private async Task RanNothing(BrowserPage reader, string origin)
    {
        Assert.False(await reader.Page.EvaluateAsync<bool>("'ran' in window"));
        Assert.StartsWith(origin, reader.Page.Url, StringComparison.Ordinal);
        Assert.All(reader.Requests.Where(r => r.Failure != "csp"), r => Assert.True(
            r.Url.StartsWith(service.Origin, StringComparison.Ordinal) || r.Url.StartsWith(origin, StringComparison.Ordinal), r.Url));
        Assert.DoesNotContain(reader.Complaints, c => c.StartsWith("dialog", StringComparison.Ordinal));
    }
}
