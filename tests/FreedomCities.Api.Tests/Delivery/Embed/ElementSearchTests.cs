using FreedomCities.Api.Delivery.Search.Engine;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

public sealed class ElementSearchTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    [Fact]
    public async Task Hits_AreTheOnlyEntriesWithTheirWordsMarked()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await Ask(partner, "sanctuary city difference");

        await Expect(reader.Page.Locator(".found")).ToHaveTextAsync("Found: 1.");
        await Expect(reader.Summaries).ToContainTextAsync(["What is the difference between Freedom Cities vs. Sanctuary Cities?"]);
        await Expect(reader.Page.Locator("summary mark")).ToHaveTextAsync(["Sanctuary"]);
        await reader.Summaries.First.PressAsync("Enter");

        await Expect(reader.Page.Locator("details[open] > summary")).ToContainTextAsync("Freedom Cities vs. Sanctuary Cities?");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task WhatIsNotAnswered_IsLeftToTheContactsAndTheRestIsFolded()
    {
        await using var partner = await HostPage.WithPage(service.Element(lang: "es", search: true), service.Policy);
        await using var reader = await Ask(partner, "receta de paella valenciana en la ciudad");

        await Expect(reader.Page.Locator(".found")).ToContainTextAsync("Aquí nada parece responder a eso. Puede preguntar a:");
        var contacts = reader.Page.Locator("section > [part=contacts] > li");
        await Expect(contacts.GetByText("Ana Moran")).ToBeVisibleAsync();
        await Expect(contacts.Locator("a[href='tel:+1-505-266-5915;ext=1012']")).ToHaveTextAsync("(505) 266-5915 ext. 1012");
        await Expect(contacts.Locator("a[href='mailto:amoran@aclu-nm.org']")).ToBeVisibleAsync();
        var hasNumber = await contacts.EvaluateAllAsync<bool[]>("items => items.map(i => i.querySelector('a[href^=\"tel:\"]') !== null)");
        Assert.Equal(hasNumber.OrderDescending(), hasNumber);
        await Expect(reader.Page.Locator("[part=related] > summary")).ToHaveTextAsync("Quizá relacionadas");
        await Expect(reader.Page.Locator("[part=entry]").First).ToBeHiddenAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Typing_SelectsQuestionsAndSendsNothing()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        var before = reader.Requests.Count;

        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("lóc offi");

        await Expect(reader.Summaries).ToHaveTextAsync(["Is there a local ACLU office in my area?"]);
        await Expect(reader.Page.Locator(".found")).ToHaveTextAsync("Found: 1.");
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("no such words");
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        Assert.Equal(before, reader.Requests.Count);
    }

    [Fact]
    public async Task MisspelledWord_IsCorrectedAndSaidSo()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await Ask(partner, "sanctuery city");

        await Expect(reader.Page.Locator(".found")).ToContainTextAsync("Results for “sanctuary city”.");
    }

    [Fact]
    public async Task TooManyWords_AreRefusedInWords()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await Ask(partner, string.Join(' ', Enumerable.Repeat("a b", 50)));

        await Expect(reader.Page.Locator(".found")).ToContainTextAsync("/q: Required: 1 to 500 characters");
        await Expect(reader.Page.GetByRole(AriaRole.Searchbox)).ToHaveAttributeAsync("maxlength", $"{Query.MaxLength}");
    }

    [Fact]
    public async Task OtherTopics_AreNotSearched()
    {
        await service.Given.Topic("small");
        await service.Given.Faq("in-small", ["small"], question: "Is there a local ACLU office in my village?");
        await using var partner = await HostPage.WithPage(service.Element("small", search: true), service.Policy);
        await using var reader = await Ask(partner, "local ACLU office");

        await Expect(reader.Page.Locator(".found")).ToHaveTextAsync("Found: 1.");
        await Expect(reader.Summaries).ToContainTextAsync(["Is there a local ACLU office in my village?"]);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("×")]
    [InlineData("nothing")]
    public async Task ClearedSearch_ShowsAllEntries(string way)
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await Ask(partner, "sanctuary city difference");
        await Expect(reader.Page.Locator("summary mark").First).ToBeVisibleAsync();
        var box = reader.Page.GetByRole(AriaRole.Searchbox);

        await (way switch
        {
            "Escape" => box.PressAsync("Escape"),
            "×" => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Clear the search" }).ClickAsync(),
            _ => box.FillAsync(""),
        });

        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await Expect(reader.Page.Locator("mark")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator(".found")).ToHaveTextAsync("");
        await Expect(box).ToHaveValueAsync("");
        await Expect(box).ToBeFocusedAsync();
    }

    private async Task<BrowserPage> Ask(HostPage partner, string words)
    {
        var reader = await chromium.Open(partner.Url);
        await Expect(reader.Page.Locator("details").First).ToBeVisibleAsync();
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await reader.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        return reader;
    }
}
