using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Formats;

public sealed class ContactGeoJsonTests(SeededService service) : IClassFixture<SeededService>
{
    [Theory]
    [InlineData("/v1/contacts.geojson", 4)]
    [InlineData("/v1/contacts.geojson?kind=person&lang=es", 2)]
    [InlineData("/v1/contacts.geojson?state=AK", 0)]
    public async Task Map_IsAFeatureCollection(string path, int features)
    {
        var map = await service.Read("geojson", path);

        Assert.Equal("FeatureCollection", map.GetProperty("type").GetString());
        Assert.Equal(features, map.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task Feature_IsTheContactAtItsLongitudeAndLatitude()
    {
        var contact = await service.Json("/v1/contacts/ana-moran");

        var feature = Assert.Single((await service.Json("/v1/contacts.geojson?slugs=ana-moran")).GetProperty("features").EnumerateArray());

        Assert.Equal(contact.GetProperty("id").GetString(), feature.GetProperty("id").GetString());
        Assert.Equal("""{"type":"Point","coordinates":[-106.65,35.08]}""", feature.GetProperty("geometry").GetRawText());
        Assert.True(JsonElement.DeepEquals(contact, feature.GetProperty("properties")));
    }

    [Fact]
    public async Task ContactWithoutCoordinates_IsAFeatureWithoutGeometry()
    {
        await service.Given.Contact("unplaced", city: "Taos", state: "NM", affiliate: "unplaced");

        var feature = Assert.Single((await service.Read(
            "geojson",
            "/v1/contacts.geojson?slugs=unplaced")).GetProperty("features").EnumerateArray());

        Assert.Equal(JsonValueKind.Null, feature.GetProperty("geometry").ValueKind);
        Assert.Equal("unplaced", feature.GetProperty("properties").GetProperty("slug").GetString());
        await service.Given.Withdrawn("contact", "unplaced");
        Assert.DoesNotContain("unplaced", await service.SlugsIn("/v1/contacts.geojson"));
    }
}
