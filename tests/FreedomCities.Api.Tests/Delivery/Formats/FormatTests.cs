using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Formats;

/// <summary>What the formats have in common: their types, their filters, their parts.</summary>
public sealed class FormatTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    public static TheoryData<string, string> Types => new()
    {
        { "/v1/faqs.jsonld", "application/ld+json" },
        { "/v1/contacts.geojson", "application/geo+json" },
        { "/v1/contacts/ana-moran.vcf", "text/vcard; charset=utf-8" },
        { "/v1/feeds/faqs.atom", "application/atom+xml" },
    };

    public static MatrixTheoryData<string, string> FaqFilters => new(
        ["/v1/faqs.jsonld", "/v1/feeds/faqs.atom"],
        [
            "", "topic=freedom-cities", "topic=no-such", "jurisdiction=US-NM", "jurisdiction=US-AK", "updatedSince=2017-03-11T00:00:00Z",
            "updatedSince=2117-03-11T00:00:00Z", "slugs=how-do-i-get-more-information",
            "slugs=how-do-i-get-more-information,no-such&lang=es",
        ]);

    public static TheoryData<string> ContactFilters =>
    [
        "", "kind=person", "kind=office", "state=NM", "state=AK", "city=las%20cruces", "affiliate=aclu-new-mexico", "affiliate=no-such",
        "office=aclu-nm-albuquerque", "slugs=ana-moran,no-such&lang=es",
    ];

    public static MatrixTheoryData<string, (string Name, string Value)> BadFaqFilters => new(
        ["/v1/faqs.jsonld", "/v1/feeds/faqs.atom"],
        [
            ("topic", "Freedom"), ("jurisdiction", "Mexico"), ("updatedSince", "yesterday"), ("slugs", ","), ("lang", "_"),
            ("sort", "position"), ("include", "contacts"),
            ("limit", "5"), ("topic", "a%00b"), ("slugs", "a&cursor=x"),
        ]);

    public static TheoryData<string, string> BadContactFilters => new()
    {
        { "kind", "affiliate" }, { "state", "nm" }, { "city", "" }, { "affiliate", "A" }, { "office", "a_b" }, { "slugs", "," },
        { "lang", "" }, { "limit", "5" },
    };

    [Theory, MemberData(nameof(Types))]
    public async Task Format_HasItsMediaType(string path, string type)
    {
        var bare = type.Split(';')[0];
        foreach (var accept in new[]
        {
            "",
            "*/*",
            bare,
            bare.ToUpperInvariant() + ";q=0.1",
            bare.Split('/')[0] + "/*",
            $"text/html, {bare}",
            "not a media type",
        })
        {
            using var response = await service.Get(path, HttpStatusCode.OK, ("Accept", accept));

            Assert.Equal(type, Service.Header(response, "Content-Type"));
        }
    }

    [Theory, MemberData(nameof(Types))]
    public async Task OtherAccept_Returns406ThatNamesTheType(string path, string type)
    {
        var bare = type.Split(';')[0];
        foreach (var accept in new[] { "application/json", "text/html, image/*", bare + ";q=0", $"*/*, {bare};q=0" })
        {
            var problem = await service.Json(path, HttpStatusCode.NotAcceptable, ("Accept", accept));

            Assert.Equal("not-acceptable", problem.GetProperty("code").GetString());
            Assert.Contains(type, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task JsonRead_IsNotWhatAskersOfAnotherFormatOfJsonWant()
    {
        using var response = await service.Get("/v1/contacts", HttpStatusCode.NotAcceptable, ("Accept", "application/geo+json"));
    }

    [Theory, MemberData(nameof(FaqFilters))]
    public async Task Faqs_AreThoseOfTheirList(string path, string filter) => Assert.Equal(
        await service.Slugs($"/v1/faqs?{filter}{(path.EndsWith("atom", StringComparison.Ordinal) ? "&sort=-updatedAt" : "")}"),
        await service.SlugsIn($"{path}?{filter}"));

    [Theory, MemberData(nameof(ContactFilters))]
    public async Task Contacts_AreThoseOfTheirList(string filter) =>
        Assert.Equal(await service.Slugs($"/v1/contacts?{filter}"), await service.SlugsIn($"/v1/contacts.geojson?{filter}"));

    [Theory, MemberData(nameof(BadFaqFilters))]
    public async Task BadFaqFilter_Returns400ThatNamesIt(string path, (string Name, string Value) given) => await service.Problem(
        $"{path}?{given.Name}={given.Value}", HttpStatusCode.BadRequest, "invalid-request",
        given.Value.Contains("cursor", StringComparison.Ordinal) ? "cursor" : given.Name);

    [Theory, MemberData(nameof(BadContactFilters))]
    public async Task BadContactFilter_Returns400ThatNamesIt(string name, string value) =>
        await service.Problem($"/v1/contacts.geojson?{name}={value}", HttpStatusCode.BadRequest, "invalid-request", name);

    [Theory]
    [InlineData("/v1/contacts/ana-moran.vcf?kind=person", "kind")]
    [InlineData("/v1/contacts/ana-moran.vcf?lang=e", "lang")]
    public async Task BadParameterOfACard_Returns400ThatNamesIt(string path, string parameter) =>
        await service.Problem(path, HttpStatusCode.BadRequest, "invalid-request", parameter);

    [Theory]
    [InlineData("/v1/faqs.jsonld")]
    [InlineData("/v1/feeds/faqs.atom")]
    [InlineData("/v1/contacts.geojson")]
    public async Task ForeignCursor_Returns400(string path) =>
        await service.Problem(path + "?cursor=x", HttpStatusCode.BadRequest, "invalid-cursor");

    [Theory, MemberData(nameof(Types))]
    public async Task Language_IsNegotiatedAndNamed(string path, string type)
    {
        Assert.NotEmpty(type);
        using var negotiated = await service.Get(path, HttpStatusCode.OK, ("Accept-Language", "es-MX, en;q=0.5"));
        using var given = await service.Get(path + "?lang=en", HttpStatusCode.OK, ("Accept-Language", "es"));

        // The seed's contacts are in English alone.
        Assert.Equal(path.Contains("faqs", StringComparison.Ordinal) ? "es" : "en", Service.Header(negotiated, "Content-Language"));
        Assert.Contains("Accept-Language", negotiated.Headers.Vary);
        Assert.Equal("en", Service.Header(given, "Content-Language"));
        Assert.DoesNotContain("Accept-Language", given.Headers.Vary);
    }
}
