namespace FreedomCities.Api.Tests.Content;

/// <summary>What a visitor of the real document sees first.</summary>
public sealed class SeedDocumentTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Fact]
    public async Task Questions_AreTheFiveOfTheDocumentInItsOrder()
    {
        var questions = (await service.Json("/v1/faqs")).GetProperty("items")
            .EnumerateArray()
            .Select(f => f.GetProperty("question").GetString());

        Assert.Equal(
            [
                "What is the difference between Freedom Cities vs. Sanctuary Cities?",
                "Where can I learn more about People Power, or find the Resistance Training Action Guide and 9 Model Law Enforcement "
                    + "Policies?",
                "Where can I access the March 11 Resistance Training Town Hall livestream?",
                "Is there a local ACLU office in my area?",
                "How do I get more information?",
            ],
            questions);
    }

    [Fact]
    public async Task Placeholder_IsTheActionGuideWithoutUrl()
    {
        var items = (await service.Json("/v1/resources?linkState=placeholder")).GetProperty("items");

        var guide = Assert.Single(items.EnumerateArray());
        Assert.Equal("Freedom Cities Action Guide", guide.GetProperty("title").GetString());
        Assert.Null(guide.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Guide_HasItsNinePoliciesInOrder()
    {
        var policies = (await service.Json("/v1/resources?parent=freedom-cities-action-guide")).GetProperty("items")
            .EnumerateArray()
            .ToArray();

        Assert.Equal(Enumerable.Range(1, 9), policies.Select(p => p.GetProperty("position").GetInt32()));
        Assert.All(policies, p => Assert.Equal("policy", p.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task TownHall_IsAVideoOfAPastEvent()
    {
        var video = Assert.Single((await service.Json("/v1/resources?kind=video")).GetProperty("items").EnumerateArray());

        Assert.Equal("""{"date":"2017-03-11","time":null,"zone":"America/Denver","state":"past"}""", video.GetProperty("event").GetRawText());
    }

    [Fact]
    public async Task Persons_HaveTheirPhonesOneWithItsExtension()
    {
        var persons = (await service.Json("/v1/contacts?kind=person")).GetProperty("items").EnumerateArray().ToDictionary(
            p => p.GetProperty("name").GetString()!, p => p.GetProperty("phones")[0]);

        Assert.Equal(["Cynthia Pompa", "Ana Moran"], persons.Keys);
        Assert.Equal("1012", persons["Ana Moran"].GetProperty("extension").GetString());
        Assert.Equal("tel:+1-505-266-5915;ext=1012", persons["Ana Moran"].GetProperty("uri").GetString());
        Assert.Null(persons["Cynthia Pompa"].GetProperty("extension").GetString());
    }

    [Fact]
    public async Task ListOfSlugs_IsWholeWhateverTheLimit() =>
        Assert.Equal(["cynthia-pompa", "ana-moran"], await service.Slugs("/v1/contacts?slugs=ana-moran,cynthia-pompa&limit=1"));
}
