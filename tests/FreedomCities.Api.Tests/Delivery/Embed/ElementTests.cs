using Microsoft.Playwright;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>The element on a page of another origin, in a real browser.</summary>
public sealed class ElementTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    [Fact]
    public async Task Seed_IsShownUnderTheStrictestPolicy()
    {
        await using var partner = await Partner.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await chromium.Open(partner.Url);

        await Assertions.Expect(reader.Summaries).ToHaveCountAsync(5);
        await reader.Summaries.First.ClickAsync();
        await reader.Sees("exact legal meaning or definition for “Sanctuary City");
        Assert.Empty(reader.Complaints);
    }
}
