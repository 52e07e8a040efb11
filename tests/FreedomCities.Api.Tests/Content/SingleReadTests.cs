using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Content;

/// <summary>What every kind of record says of a slug.</summary>
public sealed class SingleReadTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string> Kinds => new()
    {
        { "faq", "/v1/faqs/" },
        { "topic", "/v1/topics/" },
        { "resource", "/v1/resources/" },
        { "contact", "/v1/contacts/" },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task UnknownSlug_Returns404ThatNamesIt(string type, string path)
    {
        var problem = await service.Problem(path + "no-such-thing", HttpStatusCode.NotFound, "not-found");

        Assert.Contains("'no-such-thing'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(type, problem.GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task SlugOfAnotherKind_Returns404(string type, string path)
    {
        await Make(type == "faq" ? "topic" : "faq", "elsewhere-" + type);

        await service.Problem($"{path}elsewhere-{type}", HttpStatusCode.NotFound, "not-found");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task WithdrawnRecord_Returns410ThatSaysWhy(string type, string path)
    {
        await Make(type, "withdrawn");
        await Make(type, "successor");
        await service.Given.Withdrawn(type, "withdrawn", "superseded", "successor");

        using var response = await service.Get(path + "withdrawn", HttpStatusCode.Gone);
        var problem = await Service.ReadJson(response);

        Assert.Equal("no-store", Service.Header(response, "Cache-Control"));
        Assert.Equal("gone", problem.GetProperty("code").GetString());
        Assert.Equal("superseded", problem.GetProperty("reason").GetString());
        Assert.Equal("2026-01-02T03:04:05Z", problem.GetProperty("withdrawnAt").GetString());
        Assert.Equal("successor", problem.GetProperty("replacedBy").GetString());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task WithdrawnRecordWithoutSuccessor_SaysSo(string type, string path)
    {
        await Make(type, "ended");
        await service.Given.Withdrawn(type, "ended");

        var problem = await service.Problem(path + "ended", HttpStatusCode.Gone, "gone");

        Assert.Equal(JsonValueKind.Null, problem.GetProperty("replacedBy").ValueKind);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task RenamedRecord_Returns308ToItsLastNameWithTheQuery(string type, string path)
    {
        await Make(type, "first-name");
        await service.Given.Renamed(type, "first-name", "second-name");
        await service.Given.Renamed(type, "second-name", "last-name");

        foreach (var old in new[] { "first-name", "second-name" })
        {
            using var response = await service.Get($"{path}{old}?lang=es-MX", HttpStatusCode.PermanentRedirect);

            Assert.Equal($"{path}last-name?lang=es-MX", Service.Header(response, "Location"));
            Assert.Empty(await response.Content.ReadAsStringAsync());
        }

        Assert.Equal("last-name", (await service.Json(path + "last-name")).GetProperty("slug").GetString());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task RenamedAndWithdrawnRecord_Returns410UnderItsLastName(string type, string path)
    {
        await Make(type, "was-here");
        await service.Given.Renamed(type, "was-here", "is-gone");
        await service.Given.Withdrawn(type, "is-gone");

        using var moved = await service.Get(path + "was-here", HttpStatusCode.PermanentRedirect);

        await service.Problem(Service.Header(moved, "Location")!, HttpStatusCode.Gone, "gone");
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("in-review")]
    public async Task UnpublishedEntry_Returns404AsIfItWerentThere(string status)
    {
        await service.Given.Faq("former-" + status, status: status);
        await service.Given.Renamed("faq", "former-" + status, "unpublished-" + status);

        await service.Problem("/v1/faqs/unpublished-" + status, HttpStatusCode.NotFound, "not-found");
        await service.Problem("/v1/faqs/former-" + status, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task EntryWithdrawnInOneLanguage_IsServedInAnother()
    {
        await service.Given.Faq("half-withdrawn", question: "What?");
        await service.Given.Withdrawn("faq", "half-withdrawn");
        await service.Given.FaqTranslation("half-withdrawn", "es", "¿Qué?");

        var faq = await service.Json("/v1/faqs/half-withdrawn?lang=en");

        Assert.Equal("¿Qué?", faq.GetProperty("question").GetString());
        Assert.Equal(
            """{"requested":"en","served":"es","fallback":true,"available":["es"],"origin":"human","status":"current"}""",
            faq.GetProperty("language").GetRawText());
    }

    private Task<Guid> Make(string type, string slug) => type switch
    {
        "faq" => service.Given.Faq(slug),
        "topic" => service.Given.Topic(slug),
        "resource" => service.Given.Resource(slug),
        _ => service.Given.Contact(slug),
    };
}
