using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Locate;

/// <summary>The offices of the real document, from places all over the country.</summary>
public sealed class LocateTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Theory]
    [InlineData("postalCode=87102", "aclu-nm-albuquerque", 0.3, "Serves New Mexico; 0.3 km away, nearest office")]
    [InlineData("postalCode=87102-1234", "aclu-nm-albuquerque", 0.3, "Serves New Mexico; 0.3 km away, nearest office")]
    [InlineData("postalCode=88001", "aclu-nm-las-cruces", 3.3, "Serves New Mexico; 3.3 km away, nearest office")]
    [InlineData("postalCode=87501", "aclu-nm-albuquerque", 92.0, "Serves New Mexico; 92 km away, nearest office")]
    [InlineData("county=35013", "aclu-nm-las-cruces", 1.0, "Serves New Mexico; 1 km away, nearest office")]
    [InlineData("lat=32.31&lon=-106.78", "aclu-nm-las-cruces", 0.0, "Serves New Mexico; 0 km away, nearest office")]
    [InlineData("state=NM", "aclu-nm-albuquerque", null, "Serves New Mexico")]
    [InlineData("postalCode=87501&lang=es", "aclu-nm-albuquerque", 92.0, "Atiende en New Mexico; a 92 km, la oficina más cercana")]
    [InlineData("state=NM&lang=es-MX", "aclu-nm-albuquerque", null, "Atiende en New Mexico")]
    [InlineData("state=NM&lang=fr", "aclu-nm-albuquerque", null, "Serves New Mexico")]
    public async Task PlaceThatIsServed_HasTheNearestOfficeFirst(string query, string slug, double? km, string reason)
    {
        var located = await Locate(query);

        var first = located.GetProperty("items")[0];
        Assert.Equal(slug, first.GetProperty("contact").GetProperty("slug").GetString());
        Assert.Equal("service-area", first.GetProperty("matchedBy").GetString());
        Assert.Equal(
            km,
            first.GetProperty("distanceKm").ValueKind == JsonValueKind.Null ? null : first.GetProperty("distanceKm").GetDouble());
        Assert.Equal(reason, first.GetProperty("reason").GetString());
        Assert.Equal(4, located.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, located.GetProperty("elsewhere").ValueKind);
    }

    [Theory]
    [InlineData("postalCode=10001", "No contact serves New York; the nearest office is in Albuquerque, NM, 2,915 km away")]
    [InlineData("postalCode=10001&lang=es", "Ningún contacto atiende en New York; la oficina más cercana: en Albuquerque, NM, a 2,915 km")]
    [InlineData("county=48141", "No contact serves El Paso; the nearest office is in Las Cruces, NM, 77 km away")]
    [InlineData("state=CA", "No contact serves California; an office elsewhere is in Albuquerque, NM")]
    public async Task PlaceWithoutContact_SaysSoAndNamesTheNearestOffice(string query, string reason)
    {
        var located = await Locate(query);

        Assert.Equal("[]", located.GetProperty("items").GetRawText());
        Assert.Equal(["contact", "distanceKm", "locatedBy", "reason"], located.GetProperty("elsewhere").EnumerateObject().Select(m => m.Name));
        Assert.Equal("office", located.GetProperty("elsewhere").GetProperty("contact").GetProperty("kind").GetString());
        Assert.Equal(reason, located.GetProperty("elsewhere").GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(
        "postalCode=88001-0001",
        """{"postalCode":"88001","city":"Las Cruces","state":"NM","county":"35013","countyName":"Doña Ana"}""")]
    [InlineData("county=35013", """{"postalCode":null,"city":null,"state":"NM","county":"35013","countyName":"Doña Ana"}""")]
    [InlineData("state=NM", """{"postalCode":null,"city":null,"state":"NM","county":null,"countyName":null}""")]
    [InlineData(
        "lat=32.29&lon=-106.75",
        """{"postalCode":null,"city":"Las Cruces","state":"NM","county":"35013","countyName":"Doña Ana"}""")]
    public async Task Place_IsNamed(string query, string place)
    {
        var located = await Locate(query);

        Assert.Equal(["place", "items", "elsewhere", "attribution"], located.EnumerateObject().Select(m => m.Name));
        Assert.Equal(place, located.GetProperty("place").GetRawText());
        Assert.Contains("GeoNames", located.GetProperty("attribution").GetString(), StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", located.GetProperty("attribution").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_AreTheRecordsOfTheSingleRead()
    {
        foreach (var item in (await Locate("postalCode=87102")).GetProperty("items").EnumerateArray())
        {
            var contact = item.GetProperty("contact");
            Assert.Equal(
                (await service.Json($"/v1/contacts/{contact.GetProperty("slug")}?lang=en")).GetRawText(),
                contact.GetRawText().Replace("\"requested\":null", "\"requested\":\"en\"", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("lat=35.08449&lon=-106.65499", "lat=35.08&lon=-106.65")]
    [InlineData("lat=35.0751&lon=-106.6451", "lat=35.08&lon=-106.65")]
    public async Task Coordinates_AreRoundedToTwoDecimals(string exact, string rounded) =>
        Assert.Equal((await Locate(rounded)).GetRawText(), (await Locate(exact)).GetRawText());

    [Theory]
    [InlineData("postalCode=87501&limit=2&lang=es", """{"postalCode":"87501","limit":2,"lang":"es"}""")]
    [InlineData("postalCode=10001", """{"postalCode":"10001"}""")]
    [InlineData("county=35013", """{"county":"35013"}""")]
    [InlineData("state=NM", """{"state":"NM"}""")]
    [InlineData("lat=32.3&lon=-106.8", """{"lat":32.3,"lon":-106.8}""")]
    public async Task Post_AnswersAsGet(string query, string body)
    {
        using var get = await service.Get("/v1/contacts/locate?" + query);
        using var post = await service.Post("/v1/contacts/locate", body);

        Assert.Equal(await get.Content.ReadAsStringAsync(), await post.Content.ReadAsStringAsync());
        Assert.Equal(Service.Header(get, "Content-Language"), Service.Header(post, "Content-Language"));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("3", 3)]
    [InlineData("50", 4)]
    public async Task Limit_IsApplied(string limit, int items) =>
        Assert.Equal(items, (await Locate($"state=NM&limit={limit}")).GetProperty("items").GetArrayLength());

    [Theory]
    [InlineData("", "postalCode")]
    [InlineData("limit=5", "postalCode")]
    [InlineData("postalCode=87102&state=NM", "postalCode")]
    [InlineData("county=35013&lat=35&lon=-106", "postalCode")]
    [InlineData("postalCode=8710", "postalCode")]
    [InlineData("postalCode=87102-", "postalCode")]
    [InlineData("postalCode=87102%0a", "postalCode")]
    [InlineData("postalCode=%D9%A8%D9%A7%D9%A1%D9%A0%D9%A2", "postalCode")]
    [InlineData("postalCode=", "postalCode")]
    [InlineData("county=3501", "county")]
    [InlineData("county=Bernalillo", "county")]
    [InlineData("state=nm", "state")]
    [InlineData("state=NMX", "state")]
    [InlineData("state=", "state")]
    [InlineData("lat=35", "lon")]
    [InlineData("lon=-106", "lon")]
    [InlineData("lat=90.01&lon=0", "lat")]
    [InlineData("lat=-91&lon=0", "lat")]
    [InlineData("lat=0&lon=180.01", "lon")]
    [InlineData("lat=0&lon=-181", "lon")]
    [InlineData("lat=x&lon=0", "lat")]
    [InlineData("lat=NaN&lon=0", "lat")]
    [InlineData("lat=0&lon=Infinity", "lon")]
    [InlineData("lat=1,5&lon=0", "lat")]
    [InlineData("lat=%2035&lon=0", "lat")]
    [InlineData("state=NM&limit=0", "limit")]
    [InlineData("state=NM&limit=51", "limit")]
    [InlineData("state=NM&limit=x", "limit")]
    [InlineData("state=NM&lang=_", "lang")]
    [InlineData("state=NM&cursor=x", "cursor")]
    [InlineData("state=NM&state=NM", "state")]
    public async Task BadValue_Returns400ThatNamesIt(string query, string parameter) =>
        await service.Problem("/v1/contacts/locate?" + query, HttpStatusCode.BadRequest, "invalid-request", parameter);

    [Fact]
    public async Task NoPlace_IsToldTheWays()
    {
        var problem = await service.Problem("/v1/contacts/locate", HttpStatusCode.BadRequest, "invalid-request", "postalCode");

        Assert.Equal(
            "Give exactly one of postalCode, county, state, or lat with lon.",
            problem.GetProperty("errors")[0].GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("postalCode=00000")]
    [InlineData("county=99999")]
    [InlineData("state=ZZ")]
    [InlineData("lat=0&lon=0")]
    [InlineData("lat=90&lon=0")]
    [InlineData("lat=-90&lon=180")]
    [InlineData("lat=40.75&lon=-180")]
    [InlineData("lat=53.6&lon=-8")]
    public async Task UnknownPlace_Returns404(string query) =>
        await service.Problem("/v1/contacts/locate?" + query, HttpStatusCode.NotFound, "unknown-place");

    [Fact]
    public async Task ContentLanguage_NamesTheReasonsToo()
    {
        using var spanish = await service.Get("/v1/contacts/locate?state=NM&lang=es");
        using var english = await service.Get("/v1/contacts/locate?state=NY&lang=en-US");

        Assert.Equal("es, en", Service.Header(spanish, "Content-Language"));
        Assert.Equal("en", Service.Header(english, "Content-Language"));
    }

    private Task<JsonElement> Locate(string query) => service.Json("/v1/contacts/locate?" + query);
}
