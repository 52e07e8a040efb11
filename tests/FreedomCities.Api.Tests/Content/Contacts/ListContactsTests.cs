using System.Net;

namespace FreedomCities.Api.Tests.Content.Contacts;

public sealed class ListContactsTests(ListedContacts service) : IClassFixture<ListedContacts>
{
    [Theory]
    [InlineData("", "main,south,ana,bob")]
    [InlineData("?kind=office", "main,south")]
    [InlineData("?kind=person", "ana,bob")]
    [InlineData("?state=NM", "main,ana")]
    [InlineData("?state=TX", "")]
    [InlineData("?city=Santa%20Fe", "main,ana")]
    [InlineData("?city=santa+FE", "main,ana")]
    [InlineData("?city=CA%C3%91ON%20CITY", "south")]
    [InlineData("?city=can%CC%83on%20city", "south")]
    [InlineData("?city=Santa", "")]
    [InlineData("?city=%25", "")]
    [InlineData("?affiliate=first", "main,ana")]
    [InlineData("?affiliate=second", "south,bob")]
    [InlineData("?affiliate=third", "")]
    [InlineData("?office=main", "ana")]
    [InlineData("?office=headquarters", "ana")]
    [InlineData("?office=ana", "")]
    [InlineData("?slugs=bob,main", "main,bob")]
    [InlineData("?slugs=headquarters,nothing,left", "main")]
    public async Task Filter_ListsWhatMatchesInOrder(string query, string expected) => await Lists(query, expected);

    [Theory]
    [InlineData("?kind=person&state=NM", "ana")]
    [InlineData("?kind=office&affiliate=second&state=CO", "south")]
    [InlineData("?state=CO&city=santa%20fe", "")]
    [InlineData("?office=main&slugs=ana,bob", "ana")]
    public async Task Filters_NarrowTogether(string query, string expected) => await Lists(query, expected);

    [Theory]
    [InlineData("kind", "affiliate")]
    [InlineData("kind", "")]
    [InlineData("state", "nm")]
    [InlineData("state", "NMX")]
    [InlineData("state", "")]
    [InlineData("city", "")]
    [InlineData("city", "a%00b")]
    [InlineData("city", "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("affiliate", "First")]
    [InlineData("affiliate", "")]
    [InlineData("office", "a_b")]
    [InlineData("office", "%00")]
    [InlineData("slugs", ",")]
    public async Task BadValue_Returns400ThatNamesIt(string parameter, string value) =>
        await service.Problem($"/v1/contacts?{parameter}={value}", HttpStatusCode.BadRequest, "invalid-request", parameter);

    [Fact]
    public async Task Slugs_AreTakenUpTo100AndNotPaged()
    {
        var slugs = string.Join(',', Enumerable.Range(0, 100).Select(i => $"s{i}"));

        Assert.Empty(await service.Slugs($"/v1/contacts?slugs={slugs}"));
        await service.Problem($"/v1/contacts?slugs={slugs},a", HttpStatusCode.BadRequest, "invalid-request", "slugs");
        await service.Problem("/v1/contacts?slugs=a&cursor=x", HttpStatusCode.BadRequest, "invalid-request", "cursor");
    }

    private async Task Lists(string query, string expected) =>
        Assert.Equal(expected, string.Join(',', await service.Slugs("/v1/contacts" + query)));
}

public sealed class ListedContacts(TestCluster cluster) : Service(cluster)
{
    protected override async Task Fill()
    {
        await Given.Contact("headquarters", affiliate: "first", city: "Santa Fe", state: "NM");
        await Given.Renamed("contact", "headquarters", "main");
        await Given.Contact("south", affiliate: "second", city: "Cañon City", state: "CO");
        await Given.Contact("ana", kind: "person", affiliate: "first", office: "main", city: "Santa Fe", state: "NM");
        await Given.Contact("bob", kind: "person", affiliate: "second", office: "south");
        await Given.Contact("left", affiliate: "first", city: "Santa Fe", state: "NM");
        await Given.Withdrawn("contact", "left");
    }
}
