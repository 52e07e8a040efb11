namespace FreedomCities.Api.Tests.Delivery.Formats;

/// <summary>More than a document holds.</summary>
public sealed class PartsTests(CrowdedService service) : IClassFixture<CrowdedService>
{
    [Theory]
    [InlineData("/v1/faqs.jsonld", "/v1/faqs?limit=100", 500)]
    [InlineData("/v1/contacts.geojson", "/v1/contacts?limit=100", 500)]
    [InlineData("/v1/feeds/faqs.atom", "/v1/faqs?limit=100&sort=-updatedAt", 100)]
    public async Task Parts_AreLinkedToTheEndAndHoldAll(string path, string list, int most)
    {
        var slugs = new List<string>();
        for (var next = path; next is not null;)
        {
            using var response = await service.Get(next);
            var part = await service.SlugsIn(next);
            Assert.InRange(part.Length, 1, most);
            slugs.AddRange(part);
            next = Service.Header(response, "Link")?.Split('<', '>')[1];
            Assert.Equal(next is null, part.Length < most);
        }

        Assert.Equal(CrowdedService.Count, slugs.Count);
        Assert.Equal(await service.Walk(list), slugs);
    }

    [Fact]
    public async Task Feed_NamesItsNextPartWithinItself()
    {
        var feed = await service.Feed("/v1/feeds/faqs.atom?lang=en");
        using var response = await service.Get("/v1/feeds/faqs.atom?lang=en");
        var next = new Uri(feed.Link("next")!);

        Assert.Equal($"<{next.PathAndQuery}>; rel=\"next\"", Service.Header(response, "Link"));
        var second = await service.Feed(next.PathAndQuery);
        Assert.Equal(feed.Value("id"), second.Value("id"));
        Assert.Equal(next.AbsoluteUri, second.Link("self"));
    }
}

public sealed class CrowdedService(TestCluster cluster) : Service(cluster)
{
    public const int Count = 503;

    protected override async Task Fill()
    {
        foreach (var i in Enumerable.Range(1, Count))
        {
            await Given.Faq($"faq-{i}");
            await Given.Contact($"contact-{i}");
        }
    }
}
