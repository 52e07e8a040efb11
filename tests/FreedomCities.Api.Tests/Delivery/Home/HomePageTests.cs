using System.Net;
using System.Text.RegularExpressions;
using FreedomCities.Api.Delivery.Embed;
using FreedomCities.Api.Tests.Delivery.Embed;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Home;

public sealed partial class HomePageTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    private string Home => service.Origin + "/";

    [Fact]
    public async Task Policy_AllowsOnlyThisOrigin()
    {
        using var response = await service.Get("/");

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action "
                + "'none'; frame-ancestors 'none'",
            Service.Header(response, "Content-Security-Policy"));
    }

    [Fact]
    public async Task EveryAddressOnIt_Answers200()
    {
        var html = await service.Http.GetStringAsync("/");
        var paths = Addresses().Matches(WebUtility.HtmlDecode(html))
            .Select(m => m.Groups["path"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        foreach (var path in paths)
        {
            using var response = await service.Get(path);
        }

        string[] wanted =
        [
            "/swagger/index.html", "/v1/feeds/faqs.atom", "/v1/faqs.jsonld", "/v1/contacts.geojson", "/v1/changes", "/v1/snapshot",
            "/.well-known/privacy.json", "/problems", "/v1/faqs?lang=en", EmbedScript.Current.Path,
        ];
        Assert.Empty(wanted.Except(paths, StringComparer.Ordinal));
    }

    [Fact]
    public async Task WithoutScript_TheSnippetIsThere()
    {
        await using var reader = await chromium.Open(Home, new() { JavaScriptEnabled = false });

        await Expect(reader.Page.Locator("#snippet")).ToHaveTextAsync(service.Element(search: true, theme: "auto"));
        await Expect(reader.Page.Locator("#preview a")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(reader.Page.GetByRole(AriaRole.Combobox)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Preview_FollowsTheChoices()
    {
        await service.Given.Topic("small", name: "A small one");
        await service.Given.Faq("in-small", ["small"], question: "What is small?");
        await using var reader = await chromium.Open(Home);
        await Expect(Preview(reader)).ToHaveTextAsync(
            (await service.Items("/v1/faqs?lang=en&topic=freedom-cities")).Select(f => f.Text("question")));
        await Expect(Preview(reader)).ToHaveCountAsync(5);

        await Choose(reader, "lang", "es");
        await Expect(Preview(reader)).ToHaveTextAsync(
            (await service.Items("/v1/faqs?lang=es&topic=freedom-cities")).Select(f => f.Text("question")));
        await Choose(reader, "theme", "dark");
        Assert.Equal(
            "rgb(18, 24, 31)",
            await reader.Page.Locator("#preview section").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        await reader.Page.GetByLabel("Search box").UncheckAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Searchbox)).ToHaveCountAsync(0);
        await Choose(reader, "topic", "small");
        await Expect(Preview(reader)).ToHaveTextAsync(["What is small?"]);

        Assert.All(reader.Requests, r => Assert.StartsWith(Home, r.Url, StringComparison.Ordinal));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Snippet_IsWhatThePreviewShowsAndCanBeCopied()
    {
        await using var reader = await chromium.Open(Home);
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Expect(reader.Page.Locator("#snippet")).ToHaveTextAsync(service.Element(search: true, theme: "auto"));
        await reader.Page.GetByLabel("Search box").UncheckAsync();
        await Choose(reader, "lang", "es");
        await Choose(reader, "theme", "light");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).PressAsync("Enter");
        await Expect(reader.Page.Locator("#copied")).ToHaveTextAsync("Copied.");

        var copied = await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(service.Element(lang: "es", theme: "light"), copied);
        Assert.Contains($"integrity=\"{EmbedScript.Current.Integrity}\"", copied, StringComparison.Ordinal);
        await using var partner = await HostPage.WithPage(copied, service.Policy);
        await using var visitor = await chromium.Open(partner.Url);
        await Expect(visitor.Summaries).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task FetchExample_RunsAsItIs()
    {
        await using var reader = await chromium.Open(Home);
        var logged = new List<string>();
        reader.Page.Console += (_, message) => logged.Add(message.Text);
        await reader.Page.EvaluateAsync($"async () => {{ {await reader.Page.Locator("#fetch").TextContentAsync()} }}");

        Assert.Contains(logged, l => l.StartsWith("Is there a local ACLU office in my area?", StringComparison.Ordinal));
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 768)]
    [InlineData(ColorScheme.Dark, 768)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task EveryLook_IsAccessibleAndFits(ColorScheme scheme, int width)
    {
        await using var reader = await chromium.Open(
            Home,
            new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await Expect(reader.Page.GetByLabel("Topic")).ToBeVisibleAsync();
        await Expect(reader.Summaries).ToHaveCountAsync(9);

        Assert.Empty(await AccessibilityTests.Violations(reader));
        foreach (var textSize in new[] { "100%", "200%" })
        {
            await reader.Page.EvaluateAsync("size => document.documentElement.style.fontSize = size", textSize);
            Assert.InRange(await reader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
        }
    }

    /// <summary>Every attribute, event, variable and part of the element's sources is on the page and in the documentation.</summary>
    [Theory]
    [InlineData("src/FreedomCities.Api/Delivery/Home/EmbedReference.razor")]
    [InlineData("docs/embedding.md")]
    public void Element_IsDocumented(string file)
    {
        var sources = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "src/FreedomCities.Api/Delivery/Embed/Element")).Select(File.ReadAllText));
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.All(
            Names().Matches(sources).Select(m => m.Groups["name"].Value).Concat(EmbedAttributes).Distinct(StringComparer.Ordinal),
            name => Assert.Matches($"(?<![\\w-]){name}(?![\\w-])", text));
    }

    private static readonly string[] EmbedAttributes =
        ["api", "topic", "slug", "slugs", "lang", "theme", "heading", "search", "single", "jsonld", "aria-label", "texts"];

    private static ILocator Preview(BrowserPage reader) => reader.Page.Locator("#preview summary");

    [GeneratedRegex("""part: '(?<name>[\w-]+)'|tell\('(?<name>[\w-]+)'|(?<name>--fc-\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    private static async Task Choose(BrowserPage reader, string name, string value) =>
        await reader.Page.Locator($"select[name={name}]").SelectOptionAsync(value);

    [GeneratedRegex("""(?:(?:href|src)="|'http://[^/]+)(?<path>/[^"']*)["']""", RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses();
}
