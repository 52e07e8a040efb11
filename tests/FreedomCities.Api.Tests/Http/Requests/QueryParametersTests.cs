using System.Net;

namespace FreedomCities.Api.Tests.Http.Requests;

public sealed class QueryParametersTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    public static TheoryData<string> Lists => ["/v1/faqs", "/v1/topics", "/v1/resources", "/v1/contacts"];

    public static TheoryData<string> Singles =>
        ["/v1/faqs/how-do-i-get-more-information", "/v1/topics/freedom-cities", "/v1/resources/people-power", "/v1/contacts/ana-moran"];

    public static MatrixTheoryData<string, string> ListsAndLimits =>
        new(Lists.Select(l => l.Data), ["0", "-1", "101", "abc", "", "1.5", "1e1", "99999999999999999999", "5%00"]);

    public static MatrixTheoryData<string, string> ReadsAndLanguages =>
        new(
            Lists.Concat(Singles).Select(l => l.Data),
            ["", "e", "en_US", "en-", "*", "englishtongue", "%00", "en%00", "en,es", "a234567890-a234567890-a234567890-a2345"]);

    [Theory, MemberData(nameof(ListsAndLimits))]
    public async Task LimitOutOfBounds_Returns400ThatNamesIt(string list, string limit) =>
        await service.Problem($"{list}?limit={limit}", HttpStatusCode.BadRequest, "invalid-request", "limit");

    [Theory, MemberData(nameof(ReadsAndLanguages))]
    public async Task BadLanguage_Returns400ThatNamesIt(string read, string lang) =>
        await service.Problem($"{read}?lang={lang}", HttpStatusCode.BadRequest, "invalid-request", "lang");

    [Theory]
    [InlineData("/v1/faqs", "topic, jurisdiction, updatedSince, slugs, sort, include, limit, cursor, lang")]
    [InlineData("/v1/topics", "limit, cursor, lang")]
    [InlineData("/v1/resources", "kind, topic, linkState, parent, slugs, limit, cursor, lang")]
    [InlineData("/v1/contacts", "kind, state, city, affiliate, office, languages, open, slugs, limit, cursor, lang")]
    [InlineData("/v1/faqs/how-do-i-get-more-information", "include, lang")]
    [InlineData("/v1/topics/freedom-cities", "lang")]
    [InlineData("/v1/faqs.jsonld", "topic, jurisdiction, updatedSince, slugs, cursor, lang")]
    [InlineData("/v1/feeds/faqs.atom", "topic, jurisdiction, updatedSince, slugs, cursor, lang")]
    [InlineData("/v1/contacts.geojson", "kind, state, city, affiliate, office, languages, open, slugs, cursor, lang")]
    [InlineData("/v1/contacts/ana-moran.vcf", "version, lang")]
    [InlineData("/v1/contacts/locate", "postalCode, county, state, lat, lon, languages, open, limit, lang")]
    public async Task UnknownParameter_Returns400ThatNamesTheKnownOnes(string read, string known)
    {
        var problem = await service.Problem($"{read}?limitt=5", HttpStatusCode.BadRequest, "invalid-request", "limitt");

        Assert.Equal(
            $"Unknown parameter. Supported parameters: {known}.",
            problem.GetProperty("errors")[0].GetProperty("detail").GetString());
    }

    [Fact]
    public async Task UnknownParameter_OfARouteThatTakesNoneSaysSo()
    {
        var problem = await service.Problem("/v1?q=x", HttpStatusCode.BadRequest, "invalid-request", "q");

        Assert.Contains("has no parameters", problem.GetProperty("errors")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit=5&limit=5", "limit")]
    [InlineData("lang=en&lang=es", "lang")]
    [InlineData("cursor=a&cursor=b", "cursor")]
    public async Task ParameterGivenTwice_Returns400(string query, string parameter)
    {
        var problem = await service.Problem($"/v1/faqs?{query}", HttpStatusCode.BadRequest, "invalid-request", parameter);

        Assert.Equal("Must be given only once.", problem.GetProperty("errors")[0].GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("Limit=5", "Limit")]
    [InlineData("updatedsince=2026-01-01T00:00:00Z", "updatedsince")]
    [InlineData("=x", "")]
    [InlineData("%00=x", "\0")]
    public async Task ParameterInAnotherCaseOrWithoutAName_IsUnknown(string query, string parameter) =>
        await service.Problem($"/v1/faqs?{query}", HttpStatusCode.BadRequest, "invalid-request", parameter);

    [Theory, MemberData(nameof(Lists))]
    public async Task Nul_IsRefusedInEveryParameter(string list)
    {
        using var names = await service.Get($"{list}?unknown=", HttpStatusCode.BadRequest);
        var detail = (await Service.ReadJson(names)).GetProperty("errors")[0].GetProperty("detail").GetString()!;
        foreach (var parameter in detail.Split(": ")[1].TrimEnd('.').Split(", "))
        {
            await service.Problem($"{list}?{parameter}=a%00b", HttpStatusCode.BadRequest, "invalid-request", parameter);
        }
    }

    [Fact]
    public async Task ManyWrongParameters_AreAShortProblem()
    {
        using var response = await service.Get(
            "/v1/faqs?" + string.Join('&', Enumerable.Range(0, 800).Select(i => $"x{i}=1")),
            HttpStatusCode.BadRequest);

        Assert.Equal(10, (await Service.ReadJson(response)).GetProperty("errors").GetArrayLength());
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 1, 4_000);
    }

    [Fact]
    public async Task LongNameOfAParameter_IsCut()
    {
        using var response = await service.Get($"/v1/faqs?{new string('x', 7_000)}=1", HttpStatusCode.BadRequest);

        Assert.Equal(new string('x', 99) + "…", (await Service.ReadJson(response)).GetProperty("errors")[0].Text("parameter"));
    }

    [Fact]
    public async Task EveryWrongParameter_IsNamed() =>
        await service.Problem(
            "/v1/faqs?limit=0&sort=x&topic=A&lang=_",
            HttpStatusCode.BadRequest,
            "invalid-request",
            "topic",
            "sort",
            "limit",
            "lang");

    [Theory, MemberData(nameof(Singles))]
    public async Task UnknownParameter_OfASingleReadIsRefusedBeforeTheSlugIsLookedFor(string read) =>
        await service.Problem(read + "-not?x=1", HttpStatusCode.BadRequest, "invalid-request", "x");
}
