using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Locate;

/// <summary>Places in territories, whose postal codes aren't in the place data.</summary>
public sealed class TerritoryTests(SharedSeed seed, CoveredTerritory covered) : IClassFixture<SharedSeed>, IClassFixture<CoveredTerritory>
{
    [Theory]
    [InlineData("state=PR", "Puerto Rico")]
    [InlineData("postalCode=00601", "Puerto Rico")]
    [InlineData("postalCode=00799", "Puerto Rico")]
    [InlineData("postalCode=00901-1234", "Puerto Rico")]
    [InlineData("county=72127", "Puerto Rico")]
    [InlineData("lat=18.46&lon=-66.1", "Puerto Rico")]
    [InlineData("state=VI", "the U.S. Virgin Islands")]
    [InlineData("postalCode=00802", "the U.S. Virgin Islands")]
    [InlineData("county=78030", "the U.S. Virgin Islands")]
    [InlineData("lat=18.34&lon=-64.93", "the U.S. Virgin Islands")]
    [InlineData("lat=17.73&lon=-64.73", "the U.S. Virgin Islands")]
    [InlineData("state=GU", "Guam")]
    [InlineData("postalCode=96910", "Guam")]
    [InlineData("postalCode=96932", "Guam")]
    [InlineData("county=66010", "Guam")]
    [InlineData("lat=13.47&lon=144.75", "Guam")]
    [InlineData("state=MP", "the Northern Mariana Islands")]
    [InlineData("postalCode=96950", "the Northern Mariana Islands")]
    [InlineData("county=69110", "the Northern Mariana Islands")]
    [InlineData("lat=15.19&lon=145.75", "the Northern Mariana Islands")]
    [InlineData("state=AS", "American Samoa")]
    [InlineData("postalCode=96799", "American Samoa")]
    [InlineData("county=60050", "American Samoa")]
    [InlineData("lat=-14.28&lon=-170.7", "American Samoa")]
    [InlineData("state=PR&languages=es&open=now", "Puerto Rico")]
    public async Task TerritoryWithoutContacts_IsNamed(string query, string name)
    {
        var problem = await seed.Problem("/v1/contacts/locate?" + query, HttpStatusCode.NotFound, "place-not-covered");

        Assert.Equal(
            $"This service has no contacts in {name}, and none that serve it. Search from a state, or list the contacts (/v1/contacts).",
            problem.Text("detail"));
    }

    [Theory]
    [InlineData("postalCode=00599")]
    [InlineData("postalCode=96933")]
    [InlineData("postalCode=96940")] // Palau
    [InlineData("county=74300")]
    [InlineData("state=FM")]
    [InlineData("lat=18.43&lon=-64.62")] // Tortola
    [InlineData("lat=18.47&lon=-69.9")] // Santo Domingo
    public async Task OtherPlace_IsUnknown(string query) =>
        await seed.Problem("/v1/contacts/locate?" + query, HttpStatusCode.NotFound, "unknown-place");

    [Theory]
    [InlineData("state=PR", "san-juan: Serves Puerto Rico|ponce: In Puerto Rico")]
    [InlineData("postalCode=00901", "san-juan: Serves Puerto Rico|ponce: In Puerto Rico")]
    [InlineData("county=72127", "san-juan: Serves Puerto Rico|ponce: In Puerto Rico")]
    [InlineData("lat=18.46&lon=-66.1", "san-juan: Serves Puerto Rico; 1.2 km away, nearest office|ponce: In Puerto Rico")]
    [InlineData("postalCode=00901&lang=es", "san-juan: Atiende en Puerto Rico|ponce: En Puerto Rico")]
    [InlineData("postalCode=00901&languages=es", "")]
    public async Task TerritoryWithImportedContacts_IsServed(string query, string expected)
    {
        var located = await covered.Json("/v1/contacts/locate?" + query);

        Assert.Equal("PR", located.GetProperty("place").Text("state"));
        var items = located.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("contact").Text("slug")}: {i.Text("reason")}");
        Assert.Equal(expected, string.Join('|', items));
    }
}

/// <summary>Offices in Puerto Rico, imported as any other.</summary>
public sealed class CoveredTerritory(TestCluster cluster) : Service(cluster)
{
    private const string Contacts = """
        {
          "affiliates": [{ "slug": "an-affiliate", "name": "An affiliate" }],
          "contacts": [
            {
              "slug": "san-juan", "kind": "office", "name": "San Juan", "affiliate": "an-affiliate",
              "location": { "city": "San Juan", "state": "PR", "county": "72127", "latitude": 18.47, "longitude": -66.105 },
              "serves": [{ "kind": "state", "code": "PR", "name": "Puerto Rico" }], "source": { "title": "A list" }
            },
            {
              "slug": "ponce", "kind": "office", "name": "Ponce", "affiliate": "an-affiliate",
              "address": { "locality": "Ponce", "region": "PR", "postalCode": "00716", "country": "US" }, "source": { "title": "A list" }
            }
          ]
        }
        """;

    protected override string Template => TestCluster.Located;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await this.ImportJson("contacts.json", Contacts);
    }
}
