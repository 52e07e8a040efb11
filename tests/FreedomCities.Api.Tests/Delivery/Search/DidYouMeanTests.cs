using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Search;

public sealed class DidYouMeanTests(DidYouMeanTests.Spelt service) : IClassFixture<DidYouMeanTests.Spelt>
{
    [Theory]
    [InlineData("warrrant", "warrant")]
    [InlineData("warant", "warrant")]
    [InlineData("warrent", "warrant")]
    [InlineData("warrnat", "warrant")]
    [InlineData("warrantt", "warrant")]
    [InlineData("varrant", "warrant")]
    [InlineData("judicial  WARANT?!", "judicial  warrant?!")]
    [InlineData("“JUDICIAL” – or a warant: why", "“JUDICIAL” – or a warrant: why")]
    [InlineData("jdicial warant", "judicial warrant")]
    [InlineData("informasion", "información")]
    [InlineData("¿Cómo obtengo la INFORMASION?", "¿Cómo obtengo la información?")]
    [InlineData("más INFORMACÍON o informasión", "más INFORMACÍON o información")]
    [InlineData("Strase", "straße")]
    [InlineData("😀 warant 😀", "😀 warrant 😀")]
    [InlineData("cityhall lights", "cityhall nights")]
    public async Task UnknownWord_IsProposedAsTheNearOneIsWritten(string query, string proposed) =>
        Assert.Equal(proposed, await DidYouMean(query));

    [Theory]
    [InlineData("judicial warrant")]
    [InlineData("WARRANT")]
    [InlineData("informacion")]
    [InlineData("wárrant")]
    [InlineData("strasse")]
    [InlineData("xylophone")]
    [InlineData("wrrnt")]
    [InlineData("si")]
    [InlineData("cat")]
    [InlineData("2016")]
    [InlineData("a1b2c3")]
    [InlineData("庇护城")]
    [InlineData("?")]
    public async Task KnownOrFarWord_IsLeft(string query) => Assert.Null(await DidYouMean(query));

    [Theory]
    [InlineData("judicial warant")]
    [InlineData("informasion")]
    [InlineData("obtengo warrnat informasion")]
    public async Task Proposed_IsWhatWasLookedFor(string query)
    {
        var typed = await service.Search(query);
        var proposed = await service.Search(typed.GetProperty("didYouMean").GetString()!);

        Assert.NotEmpty(typed.GetProperty("items").EnumerateArray());
        Assert.Equal(Shown(proposed), Shown(typed));
        Assert.True(typed.GetProperty("items")[0].GetProperty("score").GetDouble() < proposed.GetProperty("items")[0]
            .GetProperty("score")
            .GetDouble());
        Assert.Equal(JsonValueKind.Null, proposed.GetProperty("didYouMean").ValueKind);
    }

    private static string[] Shown(JsonElement answer) =>
        [.. answer.GetProperty("items").EnumerateArray().Select(i => i.Text("slug") + i.Snippet().GetRawText())];

    [Fact]
    public async Task NearWordThatIsMoreFrequent_IsProposed() => Assert.Equal("nights", await DidYouMean("zights"));

    private async Task<string?> DidYouMean(string query) => (await service.Search(query)).GetProperty("didYouMean").GetString();

    public sealed class Spelt(TestCluster cluster) : Service(cluster)
    {
        protected override async Task Fill()
        {
            await Given.Faq("warrant", question: "What is a judicial warrant?", answer: "A paper about rights of 2015.");
            await Given.Faq("informacion", language: "es", question: "¿Cómo obtengo información?", answer: "Más información: aquí.");
            await Given.Faq("strasse", language: "de", question: "Wem gehört die Straße?", answer: "Uns.");
            await Given.Faq("nights", question: "Which nights?", answer: "All nights, and nights.");
            await Given.Faq("city", question: "Where is cityhall, by car?", answer: "There.");
            await Given.Faq("chinese", language: "zh", question: "什么是庇护城市？", answer: "庇护城市不询问移民身份。");
        }
    }
}
