using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>The parameters slug, theme, search and postHeight of GET /embed/faqs.</summary>
public sealed class EmbedPageOptionsTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    private const string Page = "/embed/faqs?topic=freedom-cities&lang=en";
    private const string Office = "is-there-a-local-aclu-office-in-my-area";

    [Fact]
    public async Task Slug_IsOneOpenEntry()
    {
        await using var reader = await chromium.Open($"{service.Origin}/embed/faqs?slug={Office}&lang=en");

        await Expect(reader.Page).ToHaveTitleAsync("Is there a local ACLU office in my area?");
        await Expect(reader.Page.Locator("details[open] > summary > h1")).ToHaveTextAsync("Is there a local ACLU office in my area?");
        await Expect(reader.Page.Locator("h1")).ToHaveCountAsync(1);
        Assert.Empty(await AccessibilityTests.Violations(reader));
        using var missing = await service.Get("/embed/faqs?slug=no-such&lang=en", HttpStatusCode.NotFound);
        Assert.Contains("No answer is published under “no-such”.", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawnSlug_LeadsToWhatReplacesIt()
    {
        await service.Given.Faq("replaced");
        await service.Given.Withdrawn("faq", "replaced", "superseded", replacedBy: Office);
        await using var reader = await chromium.Open($"{service.Origin}/embed/faqs?slug=replaced&lang=en&theme=dark");
        await Expect(reader.Page.Locator(".notice").First).ToContainTextAsync(": a newer answer replaces it.");
        Assert.Empty(await AccessibilityTests.Violations(reader));

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Is there a local ACLU office in my area?" }).ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync($"{service.Origin}/embed/faqs?slug={Office}&lang=en&theme=dark");
        await Expect(reader.Page.Locator("details[open]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Printed_EveryAnswerIsThere()
    {
        await using var reader = await chromium.Open($"{service.Origin}{Page}&search=true&theme=dark");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(reader.Page.GetByText("exact legal meaning or definition")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Searchbox)).ToBeHiddenAsync();
        Assert.Empty(await AccessibilityTests.Violations(reader));
    }

    [Fact]
    public async Task Fragment_OpensTheAnswer()
    {
        await using var reader = await chromium.Open($"{service.Origin}{Page}#{Office}");

        await Expect(reader.Page.Locator("details[open] > summary")).ToHaveTextAsync("Is there a local ACLU office in my area?");
    }

    [Theory]
    [InlineData("dark", ColorScheme.Light, "rgb(18, 24, 31)")]
    [InlineData("light", ColorScheme.Dark, "rgb(255, 255, 255)")]
    [InlineData("auto", ColorScheme.Dark, "rgb(18, 24, 31)")]
    public async Task Theme_WinsOverTheSystem(string theme, ColorScheme system, string background)
    {
        await using var reader = await chromium.Open($"{service.Origin}{Page}&theme={theme}", new() { ColorScheme = system });

        Assert.Equal(background, await reader.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Search_SendsTheWordsInTheBodyFromAFrame()
    {
        await using var partner = await HostPage.WithPage(
            $"""
            <iframe src="{service.Origin}{Page}&search=true" title="Freedom Cities" width="400" height="900" referrerpolicy="no-referrer"
              sandbox="allow-forms allow-popups"></iframe>
            """,
            policy: null);
        await using var reader = await chromium.Open(partner.Url);
        var frame = reader.Page.FrameLocator("iframe");
        await frame.GetByRole(AriaRole.Searchbox).FillAsync("sanctury city difference");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        await Expect(frame.GetByRole(AriaRole.Status)).ToContainTextAsync("Results for “sanctuary city difference”. Found: ");
        await Expect(frame.Locator("summary").First).ToContainTextAsync("Sanctuary Cities?");
        await frame.GetByRole(AriaRole.Searchbox).FillAsync("recipe of paella");
        await frame.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Status)).ToContainTextAsync("You can ask:");
        await Expect(frame.GetByText("Ana Moran").First).ToBeVisibleAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = "Clear the search" }).ClickAsync();
        await Expect(frame.Locator("summary")).ToHaveCountAsync(5);
        Assert.DoesNotContain(reader.Requests, r => r.Url.Contains("paella", StringComparison.Ordinal));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task SearchBox_IsAccessible()
    {
        await using var reader = await chromium.Open($"{service.Origin}{Page}&search=true");
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("recipe of paella in a city");
        await reader.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        Assert.Empty(await AccessibilityTests.Violations(reader));
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "q=office", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded", "q=%00", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded", "", HttpStatusCode.OK)]
    public async Task PostedSearch_IsAForm(string type, string body, HttpStatusCode status)
    {
        using var response = await service.Post(Page + "&search=true", body, type);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body == "q=office" || status != HttpStatusCode.OK, Service.Header(response, "Cache-Control") == "no-store");
    }

    [Fact]
    public async Task Height_IsToldOnRequestOnly()
    {
        await using var partner = await HostPage.WithPage(
            $"""
            <script>addEventListener('message', e => e.data.type === 'fc-height' && (window.told = e.data.height));</script>
            <iframe src="{service.Origin}{Page}&postHeight=true" title="Freedom Cities" width="400" height="100" sandbox="allow-scripts"></iframe>
            """,
            policy: null);
        await using var reader = await chromium.Open(partner.Url);
        await reader.Page.WaitForFunctionAsync("() => window.told > 200");
        var before = await reader.Page.EvaluateAsync<int>("() => told");

        await reader.Page.FrameLocator("iframe").Locator("summary").First.ClickAsync();

        await reader.Page.WaitForFunctionAsync("before => told > before + 50", before);
        Assert.DoesNotContain("<script", await service.Http.GetStringAsync(Page), StringComparison.Ordinal);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task OEmbed_KeepsTheParameters()
    {
        var page = $"{service.Origin}/embed/faqs?slug={Office}&lang=en&theme=dark&search=true&postHeight=true";
        var oembed = await service.Json("/oembed?url=" + Uri.EscapeDataString(page));

        Assert.Equal("Is there a local ACLU office in my area?", oembed.Text("title"));
        Assert.Contains(page.Replace("&", "&amp;", StringComparison.Ordinal), oembed.Text("html"), StringComparison.Ordinal);
        Assert.Contains("sandbox=\"allow-scripts allow-forms ", oembed.Text("html"), StringComparison.Ordinal);
    }
}
