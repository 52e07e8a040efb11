using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>Whether what is found is near what was asked, over the real document.</summary>
public sealed class ConfidenceTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Theory]
    [InlineData("best pizza recipe")]
    [InlineData("how do I renew my passport")]
    [InlineData("weather tomorrow")]
    [InlineData("capital of australia")]
    [InlineData("cheap flights to paris")]
    [InlineData("receta de tortilla de patatas")]
    [InlineData("pronóstico del tiempo")]
    [InlineData("horario del autobús")]
    [InlineData("resultado del partido de ayer")]
    public async Task QueryThatNothingAnswers_IsNotConfidentAndStillListsTheNearest(string query)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var answer = await service.Search(query, "&lang=" + language);

            Assert.False(answer.GetProperty("confident").GetBoolean());
            Assert.NotEmpty(answer.GetProperty("items").EnumerateArray());
        }
    }

    [Theory]
    [InlineData("what is a sanctuary city")]
    [InlineData("aclu ofice near me")]
    [InlineData("ana moran")]
    [InlineData("judicial warrant")]
    [InlineData("town hall video")]
    [InlineData("que es una ciudad santuario")]
    [InlineData("oficina cerca de mi")]
    [InlineData("telefono")]
    public async Task QueryThatIsAnswered_IsConfident(string query) =>
        Assert.True((await service.Search(query)).GetProperty("confident").GetBoolean());

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("?!")]
    [InlineData("😀")]
    public async Task QueryThatSharesNothing_FindsNothing(string query) =>
        Assert.Equal("""{"items":[],"confident":false,"didYouMean":null}""", (await service.Search(query)).GetRawText());

    [Theory]
    [InlineData("who are you")]
    [InlineData("where is it")]
    [InlineData("what is this")]
    [InlineData("to be or not to be")]
    [InlineData("¿quién es usted?")]
    [InlineData("dónde está")]
    [InlineData("que es esto")]
    public async Task QueryOfCommonWordsAlone_IsAQueryLikeOthers(string query) =>
        Assert.Equal(JsonValueKind.Object, (await service.First(query)).ValueKind);

    [Fact]
    public async Task Filter_DecidesTogetherWithTheWords()
    {
        Assert.True((await service.Search("town hall video", "&types=faq")).GetProperty("confident").GetBoolean());
        Assert.False((await service.Search("town hall video", "&types=contact")).GetProperty("confident").GetBoolean());
    }
}
