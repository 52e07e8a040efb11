using System.Net;

namespace FreedomCities.Api.Tests.Http.Requests;

/// <summary>How one client spells a request changes nothing of what another gets: links, cursors and ids are made from the route.</summary>
public sealed class SpellingTests(SpellingTests.Part service) : IClassFixture<SpellingTests.Part>
{
    public static TheoryData<string, string> Spellings => new()
    {
        { "/V1/FAQS/?limit=2", "/v1/faqs?limit=2" },
        { "/v1/Faqs?lang=en&limit=3", "/v1/faqs?limit=3&lang=en" },
        { "/v1/faqs/?jurisdiction=US-NM&topic=freedom-cities&limit=1", "/v1/faqs?topic=freedom-cities&jurisdiction=US-NM&limit=1" },
        { "/v1/Resources/?lang=en&limit=2", "/v1/resources?limit=2&lang=en" },
        { "/v1/resources?lang=en&kind=policy&limit=2", "/v1/resources?kind=policy&limit=2&lang=en" },
        { "/v1/CONTACTS?limit=%31", "/v1/contacts?limit=1" },
        { "/v1/contacts?&limit=1&", "/v1/contacts?limit=1" },
        { "/v1/contacts?limit=1&&lang=en", "/v1/contacts?limit=1&lang=en" },
        { "/v1/faqs?limit=2&include=resources&include=contacts", "/v1/faqs?include=resources,contacts&limit=2" },
        { "/v1/faqs?include=resources%2Ccontacts&limit=4", "/v1/faqs?include=resources,contacts&limit=4" },
    };

    [Theory, MemberData(nameof(Spellings))]
    public async Task NextAndItsLink_FollowTheRoute(string given, string canonical)
    {
        foreach (var (first, second) in new[] { (given, canonical), (canonical + "&x", given) })
        {
            using var other = await service.Send(HttpMethod.Get, first);
            using var response = await service.Get(second);
            var next = (await Service.ReadJson(response)).Text("next")!;

            Assert.StartsWith(canonical + "&cursor=", next, StringComparison.Ordinal);
            Assert.Equal($"<{next}>; rel=\"next\"", Service.Header(response, "Link"));
            using var part = await service.Get(next);
            using var part2 = await service.Get(given + "&cursor=" + next.Split("cursor=")[1]);
        }
    }

    [Fact]
    public async Task FeedsIdAndLinks_AreTheSameInAnyOrderOfParameters()
    {
        var first = await (await service.Get("/V1/feeds/FAQS.atom?lang=en&topic=freedom-cities")).Content.ReadAsStringAsync();
        var second = await (await service.Get("/v1/feeds/faqs.atom?topic=freedom-cities&lang=en")).Content.ReadAsStringAsync();

        Assert.Equal(first, second);
        Assert.Contains("/v1/feeds/faqs.atom?topic=freedom-cities&amp;lang=en</id>", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/V1/Faqs/OLD/?lang=en&include=contacts", null)]
    [InlineData("/V1/Faqs/old/?lang=en&include=contacts", "/v1/faqs/new?include=contacts&lang=en")]
    [InlineData("/v1/faqs/old?&lang=en&", "/v1/faqs/new?lang=en")]
    [InlineData("/v1/faqs/old?include=contacts&include=resources", "/v1/faqs/new?include=contacts,resources")]
    public async Task Location_FollowsTheRoute(string given, string? location)
    {
        using var response = await service.Send(HttpMethod.Get, given);

        Assert.Equal(location is null ? HttpStatusCode.NotFound : HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(location, Service.Header(response, "Location"));
    }

    [Theory]
    [InlineData("/v1/faqs/how-do-i-get-more-information%3Flang=es")]
    [InlineData("/v1/faqs/how-do-i-get-more-information%0Aen%0Aen")]
    [InlineData("/v1/faqs/how-do-i-get-more-information%20")]
    public async Task PathThatHoldsWhatSeparates_IsNotTheCachedOne(string path)
    {
        using var cached = await service.Get("/v1/faqs/how-do-i-get-more-information", HttpStatusCode.OK, ("Accept-Language", "en"));
        using var spanish = await service.Get("/v1/faqs/how-do-i-get-more-information?lang=es");
        using var other = await service.Get(path, HttpStatusCode.NotFound, ("Accept-Language", "en"));
    }

    [Theory]
    [InlineData("/v1/faqs?slugs={0}", "how-do-i-get-more-information", "other")]
    [InlineData("/v1/faqs?include={0}", "resources", "contacts")]
    [InlineData("/v1/faqs/how-do-i-get-more-information?include={0}", "resources", "contacts")]
    [InlineData("/v1/resources?slugs={0}", "people-power", "freedom-cities-action-guide")]
    [InlineData("/v1/contacts?slugs={0}", "ana-moran", "aclu-nm-las-cruces")]
    [InlineData("/v1/faqs.jsonld?slugs={0}", "how-do-i-get-more-information", "other")]
    [InlineData("/v1/contacts.geojson?slugs={0}", "ana-moran", "aclu-nm-las-cruces")]
    [InlineData("/v1/feeds/faqs.atom?slugs={0}", "how-do-i-get-more-information", "other")]
    [InlineData("/v1/search?q=information&types={0}", "faq", "contact")]
    [InlineData("/v1/snapshot?types={0}", "topic", "contact")]
    [InlineData("/v1/changes?types={0}", "topic", "contact")]
    public async Task ListGivenTwice_IsTheListWithACommaAsIsAnyMix(string route, string one, string other)
    {
        var parameter = route[(route.LastIndexOfAny(['?', '&']) + 1)..route.IndexOf('=', route.LastIndexOfAny(['?', '&']))];
        var joined = await Body(string.Format(null, route, $"{one},{other}"));

        Assert.Equal(joined, await Body(string.Format(null, route, one) + $"&{parameter}={other}"));
    }

    private async Task<string> Body(string path) => await (await service.Get(path)).Content.ReadAsStringAsync();

    public sealed class Part(TestCluster cluster) : Service(cluster)
    {
        protected override string Template => TestCluster.Seeded;

        protected override async Task Fill()
        {
            await Given.Faq("old");
            await Given.Renamed("faq", "old", "new");
        }
    }
}
