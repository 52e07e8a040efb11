using System.Net;
using System.Text.RegularExpressions;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Tests.Delivery.Locate;

/// <summary>The filters languages and open, of locate and of the lists of contacts.</summary>
public sealed partial class ContactFiltersTests(FilteredContacts service) : IClassFixture<FilteredContacts>
{
    public static TheoryData<string, string> Filters => new()
    {
        { "", "always,closed,silent" },
        { "languages=es", "always" },
        { "languages=ES-mx", "always" },
        { "languages=es-MX-nortelnc", "always" },
        { "languages=es-AR", "" },
        { "languages=en", "always,closed" },
        { "languages=fr,vi", "closed" },
        { "languages=vi&languages=es", "always,closed" },
        { "open=now", "always" },
        { "open=now&languages=vi", "" },
        { "open=now&languages=en", "always" },
    };

    [Theory, MemberData(nameof(Filters))]
    public async Task Filter_FindsWhatMatches(string query, string expected)
    {
        Assert.Equal(expected, Slugs(await service.Json("/v1/contacts/locate?postalCode=83702&" + query)));
        Assert.Equal(expected, string.Join(',', await service.Slugs("/v1/contacts?state=ID&" + query)));
        var features = (await service.Json("/v1/contacts.geojson?state=ID&" + query)).GetProperty("features").EnumerateArray();
        Assert.Equal(expected, string.Join(',', features.Select(f => f.GetProperty("properties").Text("slug"))));
    }

    [Theory]
    [InlineData("""{"postalCode":"83702","languages":["vi","es"]}""", "always,closed")]
    [InlineData("""{"state":"ID","languages":"vi,es","open":"now"}""", "always")]
    public async Task Post_FiltersAsGet(string body, string expected)
    {
        using var response = await service.Post("/v1/contacts/locate", body);

        Assert.Equal(expected, Slugs(await Service.ReadJson(response)));
        Assert.Equal("no-store", Service.Header(response, "Cache-Control"));
    }

    [Theory]
    [InlineData("languages", "")]
    [InlineData("languages", "en,")]
    [InlineData("languages", "e_n")]
    [InlineData("languages", "en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en,en")]
    [InlineData("open", "")]
    [InlineData("open", "later")]
    [InlineData("open", "NOW")]
    public async Task BadValue_Returns400ThatNamesIt(string parameter, string value)
    {
        foreach (var path in new[] { "/v1/contacts/locate?state=ID&", "/v1/contacts?", "/v1/contacts.geojson?" })
        {
            await service.Problem($"{path}{parameter}={value}", HttpStatusCode.BadRequest, "invalid-request", parameter);
        }
    }

    [Theory]
    [InlineData("postalCode=83702&languages=tlh", "No contact that matches the filters serves Boise; an office elsewhere that does is", false)]
    [InlineData(
        "postalCode=82001&languages=vi",
        "No contact that matches the filters serves Cheyenne; the nearest office that does is in Boise, ID, 976 km away", true)]
    [InlineData(
        "postalCode=82001&languages=vi&lang=es",
        "Ningún contacto que cumpla los filtros atiende en Cheyenne; la oficina más cercana que los cumple: en Boise, ID, a 976 km", true)]
    public async Task Elsewhere_MatchesTheFilters(string query, string reason, bool exists)
    {
        var elsewhere = (await service.Json("/v1/contacts/locate?" + query)).GetProperty("elsewhere");

        Assert.Equal(exists ? reason : null, exists ? elsewhere.Text("reason") : elsewhere.GetString());
    }

    [Theory]
    [InlineData("/v1/contacts/locate?postalCode=83702", true)]
    [InlineData("/v1/contacts/locate?postalCode=83702&languages=tlh&open=now", true)]
    [InlineData("/v1/contacts/locate?postalCode=87102", false)]
    [InlineData("/v1/contacts?open=now", true)]
    [InlineData("/v1/contacts?languages=es", false)]
    [InlineData("/v1/contacts.geojson?open=now", true)]
    public async Task ResponseThatDependsOnTheClock_IsStoredUntilTheNextMinuteAtMost(string path, bool depends)
    {
        var before = DateTimeOffset.UtcNow;
        using var response = await service.Get(path);

        var cacheControl = Service.Header(response, "Cache-Control")!;
        if (!depends)
        {
            Assert.Equal(PublicReads.CacheControl, cacheControl);
            return;
        }

        Assert.Matches("^public, max-age=[0-9]+, must-revalidate$", cacheControl);
        var maxAge = int.Parse(Digits().Match(cacheControl).ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var isNextMinute = DateTimeOffset.UtcNow.Minute != before.Minute;
        Assert.InRange(maxAge, 0, isNextMinute ? 59 : 59 - before.Second);
    }

    [Theory]
    [InlineData("languages=en", "always,closed")]
    [InlineData("open=now&languages=en", "always")]
    public async Task Pages_KeepTheFilters(string query, string expected)
    {
        var (slugs, next) = (new List<string>(), $"/v1/contacts?state=ID&limit=1&{query}");
        while (next is not null)
        {
            var page = await service.Json(next);
            slugs.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Text("slug")));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(expected, string.Join(',', slugs));
    }

    [Fact]
    public async Task CursorOfOtherFilters_IsInvalid()
    {
        var next = (await service.Json("/v1/contacts?state=ID&limit=1&languages=en")).Text("next");

        foreach (var other in new[] { "languages=es&", "" })
        {
            await service.Problem(
                next.Replace("languages=en&", other, StringComparison.Ordinal), HttpStatusCode.BadRequest, "invalid-cursor");
        }
    }

    private static string Slugs(System.Text.Json.JsonElement located) =>
        string.Join(',', located.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("contact").Text("slug")));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}

/// <summary>Three offices in Boise: one is always open, one is closed today, one states nothing.</summary>
public sealed class FilteredContacts(TestCluster cluster) : Service(cluster)
{
    private const string Contacts = """
        {
          "affiliates": [{ "slug": "an-affiliate", "name": "An affiliate" }],
          "contacts": [
            {
              "slug": "always", "kind": "office", "name": "Always", "affiliate": "an-affiliate", "languages": ["en", "es-MX"],
              "address": { "locality": "Boise", "region": "ID", "postalCode": "83702" },
              "hours": {
                "zone": "America/Boise",
                "weekly": [{ "days": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"], "opens": "00:00", "closes": "24:00" }]
              },
              "source": { "title": "A list" }
            },
            {
              "slug": "closed", "kind": "office", "name": "Closed", "affiliate": "an-affiliate", "languages": ["vi", "en"],
              "location": { "city": "Boise", "state": "ID", "latitude": 43.65, "longitude": -116.2 },
              "hours": { "zone": "America/Boise", "weekly": [{ "days": ["DAY"], "opens": "09:00", "closes": "17:00" }] },
              "source": { "title": "A list" }
            },
            {
              "slug": "silent", "kind": "office", "name": "Silent", "affiliate": "an-affiliate", "location": { "state": "ID" },
              "source": { "title": "A list" }
            }
          ]
        }
        """;

    protected override string Template => TestCluster.Located;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var day = DateTimeOffset.UtcNow.AddDays(3).DayOfWeek.ToString()[..2].ToUpperInvariant();
        await this.ImportJson("contacts.json", Contacts.Replace("DAY", day, StringComparison.Ordinal));
    }
}
