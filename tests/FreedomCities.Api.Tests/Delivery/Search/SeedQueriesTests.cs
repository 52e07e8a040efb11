
namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>What readers of the real document ask, and the record that answers it.</summary>
public sealed class SeedQueriesTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string Difference = "what-is-the-difference-between-freedom-cities-vs-sanctuary-cities";
    private const string LearnMore = "where-can-i-learn-more-about-people-power-or-find-the-resistance-training";
    private const string Livestream = "where-can-i-access-the-march-11-resistance-training-town-hall-livestream";
    private const string Office = "is-there-a-local-aclu-office-in-my-area";
    private const string Information = "how-do-i-get-more-information";

    [Theory]
    [InlineData("what is the difference between freedom cities vs. sanctuary cities", Difference)]
    [InlineData("sanctuary", Difference)]
    [InlineData("cities that do not ask about immigration status", Difference)]
    [InlineData("what does sanctuary city mean", Difference)]
    [InlineData("FREEDOM CITY VS SANCTUARY CITY", Difference)]
    [InlineData("sanctaury citys", Difference)]
    [InlineData("ciudad santuario", Difference)]
    [InlineData("diferencia ciudades libertad", Difference)]
    [InlineData("ciudad santuraio", Difference)]
    [InlineData("que significa ciudad santuario", Difference)]
    [InlineData("nine model policies", LearnMore)]
    [InlineData("where is the freedom cities action guide", LearnMore)]
    [InlineData("POLITICAS MODELO", LearnMore)]
    [InlineData("politcas modelo", LearnMore)]
    [InlineData("town hall video", Livestream)]
    [InlineData("march 11 livestrem", Livestream)]
    [InlineData("is there a recording of the town hall", Livestream)]
    [InlineData("quiero ver la asamblea", Livestream)]
    [InlineData("transmision en vivo", "resistance-training-town-hall")]
    [InlineData("grabacoin de la asamblea", Livestream)]
    [InlineData("is there an aclu near me", Office)]
    [InlineData("aclu ofice near me", Office)]
    [InlineData("oficina cerca de mi", Office)]
    [InlineData("¿LA ACLU TIENE UNA OFICINA EN MI CIUDAD?", Office)]
    [InlineData("who do i call", Information)]
    [InlineData("phone numbre", Information)]
    [InlineData("quiero mas informacion", Information)]
    [InlineData("numero de telefono", Information)]
    [InlineData("telefóno", Information)]
    [InlineData("cynthia pompa", "cynthia-pompa")]
    [InlineData("cinthia pompa", "cynthia-pompa")]
    [InlineData("judicial warant", "judicial-warrant-policy")]
    [InlineData("orden judicial", "judicial-warrant-policy")]
    [InlineData("guía de acción", "freedom-cities-action-guide")]
    public async Task Query_FindsItsRecordWhateverTheLanguageToServe(string query, string slug)
    {
        foreach (var language in new[] { "en", "es", "fr" })
        {
            Assert.Equal(slug, (await service.First(query, "&lang=" + language)).Text("slug"));
        }
    }

    [Theory]
    [InlineData("who do i call", "es", "¿Cómo puedo obtener más información?")]
    [InlineData("who do i call", "en", "How do I get more information?")]
    [InlineData("a quien puedo llamar", "en", "How do I get more information?")]
    [InlineData("a quien puedo llamar", "es", "¿Cómo puedo obtener más información?")]
    [InlineData("judicial warrant", "es", "Orden judicial")]
    [InlineData("orden judicial", "en", "Judicial Warrant")]
    public async Task Record_IsFoundInAnyLanguageAndServedInTheAskedOne(string query, string language, string title)
    {
        var found = await service.First(query, "&lang=" + language);

        Assert.Equal(title, found.Text("title"));
        Assert.Equal(
            $$"""{"requested":"{{language}}","served":"{{language}}","fallback":false,"available":["en","es"],"origin":"{{(language == "es"
                ? "machine"
                : "human")}}","status":"current"}""",
            found.GetProperty("language").GetRawText());
    }

    [Theory]
    [InlineData("es", null, "es", "es", false)]
    [InlineData("es-MX", "en", "es-MX", "es", false)]
    [InlineData(null, "es-MX, en;q=0.5", "es-MX", "es", false)]
    [InlineData(null, "fr", "fr", "en", true)]
    [InlineData("fr", "es", "fr", "en", true)]
    [InlineData(null, "fr, es;q=0.5", "fr", "es", true)]
    [InlineData(null, null, null, "en", false)]
    [InlineData(null, "es_MX;;", null, "en", false)]
    public async Task Language_IsNegotiatedAndDisclosed(string? lang, string? header, string? requested, string served, bool fallback)
    {
        var path = SearchClient.Path("sanctuary city") + "&types=faq" + (lang is null ? "" : "&lang=" + lang);
        using var response = await service.Get(path, System.Net.HttpStatusCode.OK, header is null ? [] : [("Accept-Language", header)]);
        var items = (await Service.ReadJson(response)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("language"));

        Assert.All(
            items,
            l => Assert.Equal(
                (requested, served, fallback),
                (l.GetProperty("requested").GetString(), l.Text("served"), l.GetProperty("fallback").GetBoolean())));
        Assert.Equal(served, Service.Header(response, "Content-Language"));
        Assert.Equal(lang is null, response.Headers.Vary.Contains("Accept-Language"));
    }

    [Fact]
    public async Task ContentLanguage_NamesEveryLanguageThatIsServed()
    {
        using var response = await service.Get(SearchClient.Path("oficina albuquerque") + "&lang=es");

        Assert.Equal(["en", "es"], Service.Header(response, "Content-Language")!.Split(", ").Order());
    }

    [Theory]
    [InlineData("what is a sanctuary city", "faq", "/v1/faqs/" + Difference)]
    [InlineData("cynthia pompa", "contact", "/v1/contacts/cynthia-pompa")]
    [InlineData("judicial warrant", "resource", "/v1/resources/judicial-warrant-policy")]
    [InlineData("freedom cities", "topic", "/v1/topics/freedom-cities")]
    public async Task Found_SaysWhatItIsAndWhereItIs(string query, string type, string url)
    {
        var found = await service.First(query, "&types=" + type);

        Assert.Equal((type, url), (found.Text("type"), found.Text("url")));
        Assert.Equal(found.Text("slug"), (await service.Json(url)).Text("slug"));
    }
}
