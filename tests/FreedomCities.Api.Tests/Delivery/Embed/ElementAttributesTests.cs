using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>What a partner writes into a page, right and wrong.</summary>
public sealed class ElementAttributesTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    [Theory]
    [InlineData("no-such", "en", "No answers are published under the topic “no-such”.")]
    [InlineData("no-such", "es", "No hay respuestas publicadas sobre el tema «no-such».")]
    [InlineData("", "en", "The answers can’t be shown: topic: Must be a slug")]
    [InlineData("Freedom Cities", "en", "The answers can’t be shown: topic: Must be a slug")]
    [InlineData("freedom-cities", "e", "The answers can’t be shown: lang: ")]
    public async Task WrongAttribute_IsShownOnThePage(string topic, string lang, string message)
    {
        await using var partner = await HostPage.WithPage(service.Element(topic, lang), service.Policy);
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Page.Locator("fc-faq [role=status].status")).ToContainTextAsync(message);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task ChangedAttribute_ChangesWhatIsShown()
    {
        await service.Given.Topic("other");
        await service.Given.Faq("other", ["other"]);
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        var element = reader.Page.Locator("fc-faq");
        await Expect(reader.Summaries).ToHaveCountAsync(5);

        await element.EvaluateAsync("e => e.setAttribute('lang', 'es')");
        await Expect(reader.Summaries.First).ToContainTextAsync("Ciudades de la Libertad");
        await element.EvaluateAsync("e => e.setAttribute('topic', 'other')");
        await Expect(reader.Summaries).ToHaveTextAsync(["What is other?"]);
        await element.EvaluateAsync("e => e.setAttribute('search', '')");
        await Expect(reader.Page.GetByLabel("Buscar en estas preguntas")).ToBeVisibleAsync();
        await element.EvaluateAsync("e => e.removeAttribute('search')");
        await Expect(reader.Page.GetByLabel("Buscar en estas preguntas")).ToBeHiddenAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task ElementWithoutLanguage_TakesThePages()
    {
        await using var partner = await HostPage.WithPage(service.Element(lang: null), service.Policy, lang: "es");
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Summaries.First).ToContainTextAsync("Ciudades de la Libertad");
    }

    [Fact]
    public async Task WithoutAnyLanguage_ItSpeaksTheReaders()
    {
        await using var partner = await HostPage.WithPage(service.Element(lang: null, search: true), service.Policy, lang: "");
        await using var reader = await chromium.Open(partner.Url, new() { Locale = "es-MX" });

        await Expect(reader.Summaries.First).ToContainTextAsync("Ciudades de la Libertad");
        await Expect(reader.Page.GetByLabel("Buscar en estas preguntas")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("form[lang=es]").GetByText("Buscar", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SeveralElementsAndScriptsOnOnePage_Work()
    {
        await using var partner = await HostPage.WithPage(
            service.Element()
                + service.Element(lang: "es")
                + $"""<script src="{service.Origin}/embed/fc-faq.js" crossorigin="anonymous" defer></script>""", service.Policy);
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Summaries).ToHaveCountAsync(10);
        await Expect(reader.Page.Locator("fc-faq[lang=es] summary").First).ToContainTextAsync("Ciudades de la Libertad");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task ManyEntries_AreAllShown()
    {
        await service.Given.Topic("many");
        foreach (var i in Enumerable.Range(1, 101))
        {
            await service.Given.Faq($"many-{i}", ["many"]);
        }

        await using var partner = await HostPage.WithPage(service.Element("many"), service.Policy);
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Summaries).ToHaveCountAsync(101);
    }

    [Theory]
    [InlineData("require-trusted-types-for 'script'")]
    [InlineData("require-trusted-types-for 'script'; trusted-types fc-faq")]
    public async Task Element_ShowsTheSeedWhereTrustedTypesAreRequired(string directives)
    {
        await using var partner = await HostPage.WithPage(
            service.Element() + $"""<script src="{service.Origin}/embed/fc-faq.js" crossorigin="anonymous" defer></script>""",
            $"{service.Policy}; {directives}");
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Summaries).ToHaveCountAsync(5);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task AlteredScript_DoesNotRun()
    {
        var altered = service.Element().Replace("integrity=\"sha384-", "integrity=\"sha384-AAAA", StringComparison.Ordinal);
        await using var partner = await HostPage.WithPage(altered, service.Policy);
        await using var reader = await chromium.Open(partner.Url);

        await Expect(reader.Summaries).ToHaveCountAsync(0);
        Assert.Contains(reader.Complaints, c => c.Contains("integrity", StringComparison.Ordinal));
    }
}
