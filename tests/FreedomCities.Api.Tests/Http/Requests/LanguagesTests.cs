using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Http.Requests;

public sealed class LanguagesTests(ManyLanguages service) : IClassFixture<ManyLanguages>
{
    [Theory]
    [InlineData("both", "en", null, "en", "en", false)]
    [InlineData("both", "es", null, "es", "es", false)]
    [InlineData("both", "es-MX", null, "es-MX", "es", false)]
    [InlineData("both", "ES-mx", null, "ES-mx", "es", false)]
    [InlineData("both", "en-US", null, "en-US", "en", false)]
    [InlineData("both", "fr", null, "fr", "en", true)]
    [InlineData("both", "es", "en", "es", "es", false)]
    [InlineData("both", "fr", "es", "fr", "en", true)]
    [InlineData("both", null, null, null, "en", false)]
    [InlineData("both", null, "es", "es", "es", false)]
    [InlineData("both", null, "es-419,es;q=0.9,en;q=0.8", "es-419", "es", false)]
    [InlineData("both", null, "en;q=0.5, es", "es", "es", false)]
    [InlineData("both", null, "fr, es;q=0.5", "fr", "es", true)]
    [InlineData("both", null, "fr;q=0, es;q=0.1", "es", "es", false)]
    [InlineData("both", null, "es;q=0", null, "en", false)]
    [InlineData("both", null, "*", null, "en", false)]
    [InlineData("both", null, "*, es;q=0.5", "es", "es", false)]
    [InlineData("both", null, "de, *;q=0.5", "de", "en", true)]
    [InlineData("both", null, "!!! not a header", null, "en", false)]
    [InlineData("both", null, "es;q=zwei", null, "en", false)]
    [InlineData("both", null, "es_MX", null, "en", false)]
    [InlineData("both", null, "", null, "en", false)]
    [InlineData("spanish", null, null, null, "es", false)]
    [InlineData("spanish", "en", null, "en", "es", true)]
    [InlineData("spanish", "es-AR", null, "es-AR", "es", false)]
    [InlineData("regional", "es", null, "es", "es-MX", true)]
    [InlineData("regional", "es-mx", null, "es-mx", "es-MX", false)]
    [InlineData("script", "zh-Hant-TW", null, "zh-Hant-TW", "zh-Hant", false)]
    [InlineData("script", "zh-Hant-x-private", null, "zh-Hant-x-private", "zh-Hant", false)]
    public async Task Lookup_ServesAndDisclosesTheLanguage(
        string slug,
        string? lang,
        string? header,
        string? requested,
        string served,
        bool fallback)
    {
        using var response = await Ask($"/v1/faqs/{slug}", lang, header);
        var language = (await Service.ReadJson(response)).GetProperty("language");

        Assert.Equal(requested, language.GetProperty("requested").GetString());
        Assert.Equal(served, language.GetProperty("served").GetString());
        Assert.Equal(fallback, language.GetProperty("fallback").GetBoolean());
        Assert.Equal(served, Service.Header(response, "Content-Language"));
    }

    [Fact]
    public async Task Available_ListsWhatIsPublished()
    {
        var language = (await service.Json("/v1/faqs/both")).GetProperty("language");

        Assert.Equal("""["en","es"]""", language.GetProperty("available").GetRawText());
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task List_HidesNoRecordForWantOfATranslation(string lang)
    {
        Assert.Equal(["both", "spanish", "regional", "script", "hebrew"], await service.Slugs($"/v1/faqs?lang={lang}"));
    }

    [Fact]
    public async Task List_NamesEveryLanguageThatItServes()
    {
        using var response = await service.Get("/v1/faqs?lang=es");

        Assert.Equal("es, es-MX, zh-Hant, he", Service.Header(response, "Content-Language"));
    }

    [Fact]
    public async Task References_FollowTheReadersLanguage()
    {
        var faq = await service.Json("/v1/faqs/both?lang=es");

        Assert.Equal("Derechos", faq.GetProperty("topics")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/v1/faqs")]
    [InlineData("/v1/faqs/both")]
    [InlineData("/v1/topics")]
    [InlineData("/v1/topics/rights")]
    [InlineData("/v1/resources")]
    [InlineData("/v1/contacts")]
    public async Task Vary_HasAcceptLanguageOnlyWhereItDecides(string path)
    {
        using var negotiated = await service.Get(path);
        using var given = await service.Get(path + "?lang=es", HttpStatusCode.OK, ("Accept-Language", "en"));

        Assert.Equal("Accept-Encoding, Accept-Language", Vary(negotiated));
        Assert.Equal("Accept-Encoding", Vary(given));
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("/problems")]
    [InlineData("/openapi/public.v1.json")]
    public async Task Vary_HasNoAcceptLanguageWhereThereIsNoneToNegotiate(string path)
    {
        using var response = await service.Get(path, HttpStatusCode.OK, ("Accept-Language", "es"));

        Assert.Equal("Accept-Encoding", Vary(response));
        Assert.Null(Service.Header(response, "Content-Language"));
    }

    [Fact]
    public async Task HugeHeader_IsHarmless()
    {
        var ranges = string.Join(',', Enumerable.Range(0, 800).Select(i => $"x{(char)('a' + (i % 26))}-{i:0000000}"));

        using var response = await Ask("/v1/faqs/both", null, ranges[..8000] + ",es");

        Assert.Contains("en", Service.Header(response, "Content-Language"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RightToLeftText_IsServedAsItIs()
    {
        using var response = await service.Get("/v1/faqs/hebrew?lang=he");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Contains("\"question\":\"" + ManyLanguages.Hebrew + "\"", body, StringComparison.Ordinal);
        Assert.Equal(ManyLanguages.Hebrew, JsonElement.Parse(body).GetProperty("question").GetString());
    }

    private Task<HttpResponseMessage> Ask(string path, string? lang, string? header) =>
        service.Get(path + (lang is null ? "" : "?lang=" + lang), HttpStatusCode.OK, header is null ? [] : [("Accept-Language", header)]);

    private static string Vary(HttpResponseMessage response) => string.Join(", ", response.Headers.Vary.Order(StringComparer.Ordinal));
}

public sealed class ManyLanguages(TestCluster cluster) : Service(cluster)
{
    public const string Hebrew = "מהי עיר חופש (ACLU)?";

    protected override async Task Fill()
    {
        await Given.Topic("rights", name: "Rights");
        await Given.TopicTranslation("rights", "es", "Derechos");
        await Given.Faq("both", ["rights"], question: "What?");
        await Given.FaqTranslation("both", "es", "¿Qué?");
        await Given.FaqTranslation("both", "fr", "Quoi?", status: "draft");
        await Given.Faq("spanish", language: "es");
        await Given.Faq("regional", language: "es-MX");
        await Given.Faq("script", language: "zh-Hant");
        await Given.Faq("hebrew", language: "he", question: Hebrew);
    }
}
