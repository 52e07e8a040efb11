using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

public sealed class ElementSearchTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    [Fact]
    public async Task Result_ShowsItsWordsAndOpensItsAnswer()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await Ask(partner, "is there a local ACLU office in my area");

        await Expect(reader.Page.Locator(".found")).ToContainTextAsync("Found: ");
        await Expect(reader.Page.Locator(".results mark").First).ToBeVisibleAsync();
        var result = reader.Page.Locator(".result").First;
        await Expect(result).ToHaveTextAsync("Is there a local ACLU office in my area?");
        await result.PressAsync("Enter");

        var entry = reader.Page.Locator("details[open]");
        await Expect(entry.Locator("summary")).ToHaveTextAsync("Is there a local ACLU office in my area?");
        await Expect(entry.Locator("summary")).ToBeFocusedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task WhatIsNotAnswered_IsLeftToTheContacts()
    {
        await using var partner = await HostPage.WithPage(service.Element(lang: "es", search: true), service.Policy);
        await using var reader = await Ask(partner, "receta de paella valenciana");

        await Expect(reader.Page.Locator(".found")).ToContainTextAsync("Aquí nada parece responder a eso. Puede preguntar a:");
        await Expect(reader.Page.Locator("[part=contacts]").GetByText("Ana Moran")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".results a[href='tel:+1-505-266-5915;ext=1012']")).ToHaveTextAsync("(505) 266-5915 ext. 1012");
        await Expect(reader.Page.Locator(".results a[href='mailto:amoran@aclu-nm.org']")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task TooManyWords_AreRefusedInWords()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await Ask(partner, string.Join(' ', Enumerable.Repeat("a b", 50)));

        await Expect(reader.Page.Locator(".found")).ToContainTextAsync("/q: Required: 1 to 500 characters");
    }

    [Fact]
    public async Task OtherTopics_AreNotSearched()
    {
        await service.Given.Topic("small");
        await service.Given.Faq("in-small", ["small"], question: "Is there a local ACLU office in my village?");
        await using var partner = await HostPage.WithPage(service.Element("small", search: true), service.Policy);
        await using var reader = await Ask(partner, "local ACLU office");

        await Expect(reader.Page.Locator(".result")).ToHaveTextAsync(["Is there a local ACLU office in my village?"]);
    }

    [Fact]
    public async Task EmptiedSearch_LeavesNoResult()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await Ask(partner, "local ACLU office");
        await Expect(reader.Page.Locator(".result").First).ToBeVisibleAsync();

        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync(" ");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();

        await Expect(reader.Page.Locator(".result")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator(".found")).ToHaveTextAsync("");
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
