using Dapper;
using FreedomCities.Api.Delivery.Locate.Places;

namespace FreedomCities.Api.Tests.Delivery.Locate;

/// <summary>Who comes before whom, and why.</summary>
public sealed class RankingTests(Ranked service) : IClassFixture<Ranked>
{
    private static readonly (double, double) Wyoming = (41.14, -104.82);

    [Theory]
    [InlineData(
        "postalCode=88001",
        "code: Serves 88001, 100 km away|county: Serves Doña Ana County, 56 km away|near-office: Serves New Mexico; 11 km away, "
            + "nearest office|near-person: Serves New Mexico, 11 km away|far-office: Serves New Mexico, 410 km away|unlocated: Serves "
                + "New Mexico|areas-none: 11 km away|areas-none-unlocated: In New Mexico")]
    [InlineData(
        "county=35013&limit=3",
        "county: Serves Doña Ana County, 53 km away|near-office: Serves New Mexico; 9.6 km away, nearest office|near-person: Serves "
            + "New Mexico, 9.6 km away")]
    [InlineData("county=35013&limit=1", "county: Serves Doña Ana County, 53 km away")]
    [InlineData(
        "state=NM&limit=50",
        "far-office: Serves New Mexico|county: Serves New Mexico|near-office: Serves New Mexico|near-person: Serves New "
            + "Mexico|unlocated: Serves New Mexico|areas-none: In New Mexico|areas-none-unlocated: In New Mexico")]
    [InlineData("postalCode=88001&limit=1&lang=es", "code: Atiende en 88001, a 100 km")]
    [InlineData("postalCode=82001", "wyoming: 2 km away, nearest office")]
    [InlineData("postalCode=82001&lang=es", "wyoming: A 2 km, la oficina más cercana")]
    [InlineData(
        "postalCode=88063&limit=3",
        "county: Serves Doña Ana County, 109 km away|near-office: Serves New Mexico, 65 km away|el-paso: about 13 km away, in El Paso, TX; "
            + "not listed as serving Sunland Park (distance to the office’s postal code)")]
    [InlineData("postalCode=88063&limit=1", "county: Serves Doña Ana County, 109 km away")]
    [InlineData(
        "postalCode=88063&limit=2&lang=es",
        "county: Atiende en Doña Ana County, a 109 km|el-paso: A unos 13 km, en El Paso, TX; no indica que atienda en Sunland Park "
            + "(distancia hasta el código postal de la oficina)")]
    [InlineData(
        "postalCode=59715",
        "bozeman: about 1.2 km away, nearest office (distance to the middle of the office’s city)|unplaced: In Montana")]
    [InlineData(
        "postalCode=59715&lang=es",
        "bozeman: A unos 1.2 km, la oficina más cercana (distancia hasta el centro de la ciudad de la oficina)|unplaced: En Montana")]
    public async Task Contacts_ComeByAreaThenDistanceThenKindThenAge(string query, string expected)
    {
        var items = (await service.Json("/v1/contacts/locate?" + query)).GetProperty("items");

        Assert.Equal(
            expected.Split('|'),
            items.EnumerateArray()
                .Select(i => $"{i.GetProperty("contact").GetProperty("slug").GetString()}: {i.GetProperty("reason").GetString()}"));
    }

    [Theory]
    [InlineData("postalCode=88001", "service-area,service-area,service-area,service-area,service-area,service-area,distance,state")]
    [InlineData("state=NM", "service-area,service-area,service-area,service-area,service-area,state,state")]
    public async Task MatchedBy_SaysWhichWay(string query, string expected)
    {
        var items = (await service.Json("/v1/contacts/locate?" + query)).GetProperty("items");

        Assert.Equal(expected, string.Join(',', items.EnumerateArray().Select(i => i.GetProperty("matchedBy").GetString())));
    }

    [Theory]
    [InlineData("postalCode=88063&limit=2", "coordinates,postal-code")]
    [InlineData("postalCode=59715", "city,")]
    [InlineData("state=TX", "postal-code")]
    public async Task LocatedBy_SaysWhatTheDistanceIsMeasuredTo(string query, string expected)
    {
        var items = (await service.Json("/v1/contacts/locate?" + query)).GetProperty("items");

        Assert.Equal(expected, string.Join(',', items.EnumerateArray().Select(i => i.GetProperty("locatedBy").GetString())));
    }

    [Fact]
    public async Task OfficeAcrossTheBorder_IsMatchedByDistance()
    {
        var items = (await service.Json("/v1/contacts/locate?postalCode=88063&limit=2")).GetProperty("items");

        Assert.Equal(("distance", 13), (items[1].Text("matchedBy"), items[1].GetProperty("distanceKm").GetDouble()));
    }

    [Fact]
    public async Task Elsewhere_IsAnOfficeAndNearestOnTheSphere()
    {
        var elsewhere = (await service.Json("/v1/contacts/locate?postalCode=96701")).GetProperty("elsewhere");

        Assert.Equal("date-line", elsewhere.GetProperty("contact").GetProperty("slug").GetString());
        Assert.Equal("No contact serves Aiea; the nearest office is date-line, 2,871 km away", elsewhere.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Reach_FollowsEveryChange()
    {
        await service.Given.Contact("mover", state: "WY", at: Wyoming);
        await InStep();
        await service.Given.Execute(
            "update contact set latitude = null, longitude = null, city = 'Cheyenne' where id = (select id from record where slug = @slug)",
            new { slug = "mover" });
        await InStep();
        await service.Given.Execute(
            "update contact set postal_code = '82009' where id = (select id from record where slug = @slug)",
            new { slug = "mover" });
        await InStep();
        await service.Given.Execute(
            "update contact set latitude = 10, longitude = 10, state = 'CO' where id = (select id from record where slug = @slug)",
            new { slug = "mover" });
        await InStep();
        await service.Given.Execute(
            "insert into service_area (contact_id, kind, code, name) select id, 'state', 'CO', 'Colorado' from record where slug = @slug",
            new { slug = "mover" });
        await InStep();
        await service.Given.Execute(
            "delete from service_area where contact_id = (select id from record where slug = @slug)",
            new { slug = "mover" });
        await InStep();
        await service.Given.Withdrawn("contact", "mover");
        Assert.Equal("[]", (await service.Json("/v1/contacts/locate?state=CO")).GetProperty("items").GetRawText());
    }

    private async Task InStep()
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        Assert.Equal(
            await connection.QueryAsync<string>("select m::text from contact_reach_made m order by 1"),
            await connection.QueryAsync<string>(
                "select (contact_id, kind, code, is_person, latitude, longitude, state, located_by)::text from contact_reach order by 1"));
    }
}

public sealed class Ranked(TestCluster cluster) : Service(cluster)
{
    private static readonly (string, string, string) NewMexico = ("state", "NM", "New Mexico");

    protected override async Task Fill()
    {
        await PostalCodes.Load(Server.Owner, CancellationToken.None);
        await Given.Contact("far-office", state: "NM", at: (35.98, -106.75), serves: NewMexico);
        await Given.Contact("unlocated", state: "NM", serves: NewMexico);
        await Given.Contact("near-person", "person", office: "far-office", state: "NM", at: (32.39, -106.75), serves: NewMexico);
        await Given.Contact("near-office", state: "NM", at: (32.39, -106.75), serves: NewMexico);
        await Given.Contact(
            "county",
            "person",
            office: "far-office",
            at: (32.79, -106.75),
            serves: [("county", "35013", "Doña Ana County"), NewMexico]);
        await Given.Contact("code", "person", office: "far-office", at: (33.19, -106.75), serves: ("postal-code", "88001", "88001"));
        await Given.Contact("areas-none-unlocated", state: "NM");
        await Given.Contact("areas-none", state: "NM", at: (32.19, -106.75));
        await Given.Contact("areas-elsewhere", state: "NM", at: (32.29, -106.75), serves: ("county", "35001", "Bernalillo County"));
        await Given.Contact("left", state: "NM", at: (32.29, -106.75), serves: NewMexico);
        await Given.Withdrawn("contact", "left");
        await Given.Contact("wyoming", state: "WY", at: (41.14, -104.82));
        await Given.Contact("el-paso", city: "El Paso", state: "TX", postalCode: "79901-1234");
        await Given.Contact("bozeman", city: "BOZEMAN", state: "MT");
        await Given.Contact("unplaced", city: "Nowhere", state: "MT", postalCode: "10001");
        await Given.Contact("date-line", at: (21.4, 174.3), serves: ("state", "GU", "Guam"));
    }
}
