
namespace FreedomCities.Api.Tests.Delivery.Search;

public sealed class SuggestionsTests(SuggestionsTests.Questions service) : IClassFixture<SuggestionsTests.Questions>
{
    private const string Office = "Is there an office in my area?";
    private const string Oficina = "¿Hay una oficina en mi zona?";
    private const string Cities = "What is the difference between freedom cities and sanctuary cities?";
    private const string Information = "¿Cómo obtengo más información?";

    [Theory]
    [InlineData("is there an off", Office)]
    [InlineData("Is", Office, Cities)]
    [InlineData("IS THERE AN OFFICE IN MY AREA?", Office)]
    [InlineData("office in my ar", Office)]
    [InlineData("area office", Office)]
    [InlineData("what is the diff", Cities)]
    [InlineData("sanctuary cit", Cities)]
    [InlineData("sanctuary cities ", Cities)]
    [InlineData("santuary cit", Cities)]
    [InlineData("freedoms", Cities)]
    [InlineData("sanc", Cities)]
    [InlineData("santuary citi", Cities)]
    [InlineData("como obtengo mas info", Information)]
    [InlineData("¿Cómo o", Information)]
    [InlineData("MÁS INFORMACION", Information)]
    [InlineData("h", Oficina)]
    [InlineData("¿h", Oficina)]
    [InlineData("b")]
    [InlineData("what is the office")]
    [InlineData("zzzz")]
    [InlineData("drafted")]
    [InlineData("withdrawn")]
    [InlineData("?")]
    public async Task Typed_IsCompletedToQuestions(string typed, params string[] questions) =>
        Assert.Equal(questions, await Suggested(typed));

    [Fact]
    public async Task Suggestion_NamesItsEntryAndLanguage()
    {
        var suggestions = await service.Json("/v1/search/suggestions?q=is+there");

        Assert.Equal($$"""{"items":[{"question":"{{Office}}","slug":"office","language":"en"}]}""", suggestions.GetRawText());
    }

    [Theory]
    [InlineData("oficina", "es", Oficina)]
    [InlineData("oficina", "es-MX", Oficina)]
    [InlineData("oficina", "en")]
    [InlineData("office", "es")]
    [InlineData("office", "fr", Office)]
    [InlineData("sanctuary", "es", Cities)]
    public async Task AskedLanguage_IsTheQuestions(string typed, string language, params string[] questions)
    {
        Assert.Equal(questions, await Suggested(typed, "&lang=" + language));
        Assert.Equal(
            questions,
            (await service.Json(
                Path(typed),
                System.Net.HttpStatusCode.OK,
                ("Accept-Language", language))).GetProperty("items").EnumerateArray().Select(i => i.Text("question")));
    }

    [Fact]
    public async Task ReaderWhoNamesNoLanguage_ShowsItByTyping()
    {
        using var response = await service.Get(Path("oficina"));

        Assert.Equal("es", Service.Header(response, "Content-Language"));
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task Suggestions_AreAtMost10AndBeginWithThoseThatBeginSo()
    {
        var suggested = await Suggested("many");

        Assert.Equal(10, suggested.Length);
        Assert.All(suggested, q => Assert.StartsWith("Many questions", q, StringComparison.Ordinal));
        Assert.Equal("The question: many?", (await Suggested("question man"))[^1]);
    }

    private static string Path(string typed) => "/v1/search/suggestions?q=" + Uri.EscapeDataString(typed);

    private async Task<string[]> Suggested(string typed, string rest = "") =>
        [.. (await service.Items(Path(typed) + rest)).Select(i => i.Text("question"))];

    public sealed class Questions(TestCluster cluster) : Service(cluster)
    {
        protected override async Task Fill()
        {
            await Given.Faq("office", question: Office, answer: "Beside the big bank, on sand.");
            await Given.FaqTranslation("office", "es", Oficina);
            await Given.Faq("cities", question: Cities);
            await Given.Faq("information", language: "es", question: Information);
            await Given.Faq("drafted", question: "Drafted?", status: "draft");
            await Given.Faq("gone", question: "Withdrawn?");
            await Given.Withdrawn("faq", "gone");
            await Given.Resource("beyond");
            await Given.Faq("middle", question: "The question: many?");
            foreach (var i in Enumerable.Range(1, 12))
            {
                await Given.Faq($"many-{i}", question: $"Many questions, {i}?");
            }
        }
    }
}
