namespace FreedomCities.Api.Tests.Content.Topics;

public sealed class ListTopicsTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Topics_AreInTheirOrderWithTheNumberOfPublishedEntries()
    {
        await service.Given.Topic("zoning");
        await service.Given.Topic("arrests", name: "Arrests");
        await service.Given.Faq("published", ["zoning", "arrests"]);
        await service.Given.Faq("published-twice", ["zoning"]);
        await service.Given.FaqTranslation("published-twice", "es", "¿Qué?");
        await service.Given.Faq("drafted", ["zoning"], status: "draft");
        await service.Given.Faq("taken-back", ["zoning"]);
        await service.Given.Withdrawn("faq", "taken-back");
        await service.Given.Topic("gone");
        await service.Given.Withdrawn("topic", "gone");

        var topics = (await service.Json("/v1/topics")).GetProperty("items").EnumerateArray().Select(t => (
            t.GetProperty("slug").GetString(), t.GetProperty("name").GetString(), t.GetProperty("position").GetInt32(),
            t.GetProperty("faqCount").GetInt32()));

        Assert.Equal([("zoning", "zoning", 1, 2), ("arrests", "Arrests", 2, 1)], topics);
    }
}
