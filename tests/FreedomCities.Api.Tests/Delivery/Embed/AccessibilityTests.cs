using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>axe-core finds no violation of WCAG 2.2 AA and of best practice, with all answers open.</summary>
public sealed class AccessibilityTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    private const string Run = """
        async () => {
          const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations } = await axe.run({ runOnly: { type: 'tag', values }, rules: { 'target-size': { enabled: true } } });
          return violations.map(v => `${v.id}: ${v.help} ${v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; ')}`);
        }
        """;

    // Each scheme and each language always; both together by ./dev chaos.
    public static IEnumerable<TheoryDataRow<ColorScheme, string>> Looks =>
    [
        .. from look in ((ColorScheme, string)[])
        [
            (ColorScheme.Light, "en"),
            (ColorScheme.Dark, "es"),
            (ColorScheme.Light, "fr"),
            (ColorScheme.Dark, "ar"),
        ]
           from isOther in (bool[])[false, true]
           select new TheoryDataRow<ColorScheme, string>(isOther ? Other(look.Item1) : look.Item1, look.Item2) { Explicit = isOther },
    ];

    [Theory, MemberData(nameof(Looks))]
    public async Task Element_HasNoViolation(ColorScheme scheme, string lang)
    {
        await using var partner = await HostPage.WithPage(service.Element(await Topic(lang), lang, search: true), service.Policy, lang);
        await using var reader = await chromium.Open(partner.Url, new() { ColorScheme = scheme });
        await Expect(reader.Page.Locator("details").First).ToBeVisibleAsync();
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("recipes of paella and a city");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("[part=contacts] > li").First).ToBeVisibleAsync();

        Assert.Empty(await Violations(reader));
        Assert.Equal(
            lang == "ar" ? "rtl" : "ltr",
            await reader.Page.Locator("fc-faq section").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Page_HasNoViolation(ColorScheme scheme, string lang)
    {
        await using var reader = await chromium.Open(
            $"{service.Origin}/embed/faqs?topic={await Topic(lang)}&lang={lang}",
            new() { ColorScheme = scheme });

        Assert.Empty(await Violations(reader));
    }

    [Fact]
    public async Task MessagesOfTheElement_HaveNoViolation()
    {
        await using var partner = await HostPage.WithPage(service.Element("no-such", search: true), service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Page.GetByText("No answers are published under the topic “no-such”.")).ToBeVisibleAsync();

        Assert.Empty(await Violations(reader));
    }

    [Fact]
    public async Task TwoElements_HaveNoViolation()
    {
        await service.Given.Topic("second");
        await service.Given.Faq("second", ["second"]);
        await using var partner = await HostPage.WithPage(
            service.Element(search: true) + service.Element("second", search: true),
            service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(6);

        Assert.Empty(await Violations(reader));
    }

    private static ColorScheme Other(ColorScheme scheme) => scheme == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light;

    private async Task<string> Topic(string lang)
    {
        if (lang != "ar")
        {
            return "freedom-cities";
        }

        var topic = $"rtl-{Guid.NewGuid():n}";
        await service.Given.Topic(topic, "ar", "مدن الحرية");
        await service.Given.Faq(
            topic,
            [topic],
            language: "ar",
            question: "ما هي مدينة الحرية؟",
            answer: "مدينة لا تسأل عن وضع الهجرة. city");
        return topic;
    }

    internal static async Task<string[]> Violations(BrowserPage reader)
    {
        await reader.Page.Locator("details").EvaluateAllAsync<int>("all => all.filter(d => d.open = true).length");
        await reader.Page.EvaluateAsync(await File.ReadAllTextAsync(RequiredPrograms.Package("axe-core/axe.min.js")));
        return await reader.Page.EvaluateAsync<string[]>(Run);
    }
}
