using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Content.Faqs;

public sealed class ListFaqsTests(ListedFaqs service) : IClassFixture<ListedFaqs>
{
    [Theory]
    [InlineData("", "a,b,c")]
    [InlineData("?topic=rights", "a,b")]
    [InlineData("?topic=law", "a,b")]
    [InlineData("?topic=offices", "b,c")]
    [InlineData("?topic=unknown", "")]
    [InlineData("?jurisdiction=US-NM", "a")]
    [InlineData("?jurisdiction=US", "b")]
    [InlineData("?jurisdiction=US-TX", "")]
    [InlineData("?updatedSince=2026-01-02T00:00:00Z", "b,c")]
    [InlineData("?updatedSince=2026-01-02T02:00:00%2B02:00", "b,c")]
    [InlineData("?updatedSince=2026-01-02T00:00:00.000001Z", "b")]
    [InlineData("?updatedSince=2026-01-04T00:00:00Z", "")]
    [InlineData("?updatedSince=0001-01-01T00:00:00Z", "a,b,c")]
    [InlineData("?updatedSince=9999-12-31T23:59:59.9999999Z", "")]
    [InlineData("?slugs=c,a", "a,c")]
    [InlineData("?slugs=former-a", "a")]
    [InlineData("?slugs=a,a,former-a,nothing,drafted,taken-back", "a")]
    [InlineData("?sort=position", "a,b,c")]
    [InlineData("?sort=-updatedAt", "b,c,a")]
    public async Task Filter_ListsWhatMatchesInOrder(string query, string expected) => await Lists(query, expected);

    [Theory]
    [InlineData("?topic=offices&jurisdiction=US", "b")]
    [InlineData("?topic=offices&jurisdiction=US-NM", "")]
    [InlineData("?topic=offices&sort=-updatedAt", "b,c")]
    [InlineData("?topic=law&updatedSince=2026-01-02T00:00:00Z&sort=-updatedAt", "b")]
    [InlineData("?topic=rights&slugs=a,c", "a")]
    [InlineData("?slugs=a,b,c&sort=-updatedAt&jurisdiction=US-NM", "a")]
    public async Task Filters_NarrowTogether(string query, string expected) => await Lists(query, expected);

    [Theory]
    [InlineData("topic", "Rights")]
    [InlineData("topic", "a--b")]
    [InlineData("topic", "")]
    [InlineData("topic", "a%00")]
    [InlineData("topic", "a%0A")]
    [InlineData("topic", "012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("jurisdiction", "us-nm")]
    [InlineData("jurisdiction", "US-")]
    [InlineData("jurisdiction", "US-ABCD")]
    [InlineData("jurisdiction", "")]
    [InlineData("updatedSince", "yesterday")]
    [InlineData("updatedSince", "2026-01-02")]
    [InlineData("updatedSince", "2026-01-02T00:00:00")]
    [InlineData("updatedSince", "2026-02-30T00:00:00Z")]
    [InlineData("updatedSince", "2026-01-02T00:00:00+02:00")]
    [InlineData("updatedSince", "0001-01-01T00:00:00%2B14:00")]
    [InlineData("updatedSince", "")]
    [InlineData("slugs", "")]
    [InlineData("slugs", "a,")]
    [InlineData("slugs", "a, b")]
    [InlineData("slugs", "A")]
    [InlineData("sort", "updatedAt")]
    [InlineData("sort", "Position")]
    [InlineData("sort", "")]
    [InlineData("include", "")]
    [InlineData("include", "topics")]
    [InlineData("include", "resources,resources")]
    [InlineData("include", "resources,")]
    public async Task BadValue_Returns400ThatNamesIt(string parameter, string value) =>
        await service.Problem($"/v1/faqs?{parameter}={value}", HttpStatusCode.BadRequest, "invalid-request", parameter);

    [Fact]
    public async Task Slugs_AreTakenUpTo100()
    {
        var slugs = string.Join(',', Enumerable.Range(0, 100).Select(i => $"s{i}"));

        Assert.Empty(await service.Slugs($"/v1/faqs?slugs={slugs}"));
        await service.Problem($"/v1/faqs?slugs={slugs},a", HttpStatusCode.BadRequest, "invalid-request", "slugs");
    }

    [Fact]
    public async Task Slugs_AreNotPaged()
    {
        await service.Problem("/v1/faqs?slugs=a&cursor=x", HttpStatusCode.BadRequest, "invalid-request", "cursor");
    }

    [Fact]
    public async Task References_AreThereWithoutInclude()
    {
        var faq = await One("");

        Assert.Equal(["slug", "kind", "title", "url", "linkState"], Members(faq.GetProperty("resources")[0]));
        Assert.Equal(["slug", "kind", "name"], Members(faq.GetProperty("contacts")[0]));
        Assert.Equal(["site", "guide"], Slugs(faq.GetProperty("resources")));
        Assert.Equal(["office", "ana"], Slugs(faq.GetProperty("contacts")));
        Assert.Equal(["rights", "offices"], Slugs(faq.GetProperty("topics")));
    }

    [Theory]
    [InlineData("resources", true, false)]
    [InlineData("contacts", false, true)]
    [InlineData("resources,contacts", true, true)]
    [InlineData("contacts,resources", true, true)]
    public async Task Include_GivesWholeRecords(string include, bool resources, bool contacts)
    {
        var faq = await One($"&include={include}");
        var (site, ana) = (await service.Json("/v1/resources/site"), await service.Json("/v1/contacts/ana"));

        Assert.Equal(["site", "guide"], Slugs(faq.GetProperty("resources")));
        Assert.Equal(["office", "ana"], Slugs(faq.GetProperty("contacts")));
        Assert.Equal(resources, site.GetRawText() == faq.GetProperty("resources")[0].GetRawText());
        Assert.Equal(contacts, ana.GetRawText() == faq.GetProperty("contacts")[1].GetRawText());
    }

    private async Task Lists(string query, string expected) =>
        Assert.Equal(expected, string.Join(',', await service.Slugs("/v1/faqs" + query)));

    private async Task<JsonElement> One(string query) => (await service.Json($"/v1/faqs?slugs=b{query}")).GetProperty("items")[0];

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(m => m.Name);

    private static IEnumerable<string?> Slugs(JsonElement array) => array.EnumerateArray().Select(i => i.GetProperty("slug").GetString());
}

public sealed class ListedFaqs(TestCluster cluster) : Service(cluster)
{
    protected override async Task Fill()
    {
        await Given.Topic("law");
        await Given.Renamed("topic", "law", "rights");
        await Given.Topic("offices");
        await Given.Resource("site", url: "https://example.org/");
        await Given.Resource("guide", kind: "guide", linkState: "placeholder");
        await Given.Contact("office");
        await Given.Contact("ana", kind: "person", office: "office", email: "ana@example.org");
        await Given.Faq("c", ["offices"], position: 30, updatedAt: Day(2));
        await Given.Faq("former-a", ["rights"], "US-NM", position: 10, updatedAt: Day(1));
        await Given.Renamed("faq", "former-a", "a");
        await Given.Faq(
            "b",
            ["rights", "offices"],
            "US",
            position: 20.5,
            updatedAt: Day(3),
            resources: ["site", "guide"],
            contacts: ["office", "ana"]);
        await Given.Faq("drafted", ["rights"], "US-NM", status: "draft");
        await Given.Faq("taken-back", ["rights"], "US-NM");
        await Given.Withdrawn("faq", "taken-back");
    }

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);
}
