using System.Net;

namespace FreedomCities.Api.Tests.Content.Resources;

public sealed class ListResourcesTests(ListedResources service) : IClassFixture<ListedResources>
{
    [Theory]
    [InlineData("", "site,guide,part-a,part-b,film,hidden-film")]
    [InlineData("?kind=website", "site")]
    [InlineData("?kind=policy", "part-a,part-b")]
    [InlineData("?kind=document", "")]
    [InlineData("?topic=rights", "guide,part-a,part-b")]
    [InlineData("?topic=law", "guide,part-a,part-b")]
    [InlineData("?topic=films", "film")]
    [InlineData("?topic=unknown", "")]
    [InlineData("?linkState=placeholder", "guide")]
    [InlineData("?linkState=ok", "film")]
    [InlineData("?linkState=unchecked", "site,hidden-film")]
    [InlineData("?linkState=broken", "")]
    [InlineData("?parent=guide", "part-a,part-b")]
    [InlineData("?parent=handbook", "part-a,part-b")]
    [InlineData("?parent=site", "")]
    [InlineData("?parent=unknown", "")]
    [InlineData("?slugs=film,site", "site,film")]
    [InlineData("?slugs=handbook,nothing,taken-back", "guide")]
    public async Task Filter_ListsWhatMatchesInOrder(string query, string expected) => await Lists(query, expected);

    [Theory]
    [InlineData("?topic=rights&kind=guide", "guide")]
    [InlineData("?topic=films&linkState=unchecked", "")]
    [InlineData("?parent=guide&slugs=part-b,film", "part-b")]
    [InlineData("?kind=video&linkState=ok&topic=films&slugs=film,site", "film")]
    public async Task Filters_NarrowTogether(string query, string expected) => await Lists(query, expected);

    [Theory]
    [InlineData("kind", "Website")]
    [InlineData("kind", "")]
    [InlineData("topic", "Rights")]
    [InlineData("topic", "a%00")]
    [InlineData("linkState", "dead")]
    [InlineData("linkState", "")]
    [InlineData("parent", "-guide")]
    [InlineData("parent", "")]
    [InlineData("slugs", "a,,b")]
    public async Task BadValue_Returns400ThatNamesIt(string parameter, string value) =>
        await service.Problem($"/v1/resources?{parameter}={value}", HttpStatusCode.BadRequest, "invalid-request", parameter);

    [Fact]
    public async Task Slugs_AreTakenUpTo100AndNotPaged()
    {
        var slugs = string.Join(',', Enumerable.Range(0, 100).Select(i => $"s{i}"));

        Assert.Empty(await service.Slugs($"/v1/resources?slugs={slugs}"));
        await service.Problem($"/v1/resources?slugs={slugs},a", HttpStatusCode.BadRequest, "invalid-request", "slugs");
        await service.Problem("/v1/resources?slugs=a&cursor=x", HttpStatusCode.BadRequest, "invalid-request", "cursor");
    }

    [Fact]
    public async Task UnpublishedEntry_LendsItsTopicToNoResource()
    {
        var film = await service.Json("/v1/resources/hidden-film");

        Assert.Equal(0, film.GetProperty("topics").GetArrayLength());
        Assert.Empty(await service.Slugs("/v1/resources?topic=secret"));
    }

    private async Task Lists(string query, string expected) =>
        Assert.Equal(expected, string.Join(',', await service.Slugs("/v1/resources" + query)));
}

public sealed class ListedResources(TestCluster cluster) : Service(cluster)
{
    protected override async Task Fill()
    {
        await Given.Topic("law");
        await Given.Renamed("topic", "law", "rights");
        await Given.Topic("films");
        await Given.Topic("secret");
        await Given.Resource("site", url: "https://example.org/");
        await Given.Resource("handbook", kind: "guide", linkState: "placeholder");
        await Given.Renamed("resource", "handbook", "guide");
        await Given.Resource("film", kind: "video", url: "https://example.org/film", linkState: "ok", eventDate: "2017-03-11");
        await Given.Resource("hidden-film", kind: "video", url: "https://example.org/hidden");
        await Given.Resource("part-b", kind: "policy", parent: "guide", position: 2);
        await Given.Resource("part-a", kind: "policy", parent: "guide", position: 1);
        await Given.Resource("taken-back", url: "https://example.org/gone");
        await Given.Withdrawn("resource", "taken-back");
        await Given.Faq("where-is-the-guide", ["rights"], resources: ["guide"]);
        await Given.Faq("where-is-the-film", ["films"], resources: ["film"]);
        await Given.Faq("drafted", ["secret"], status: "draft", resources: ["hidden-film"]);
        await Given.Faq("withdrawn", ["secret"], resources: ["hidden-film"]);
        await Given.Withdrawn("faq", "withdrawn");
    }
}
