
namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>A question or an alias in just the reader's words comes first, however often others say the same words.</summary>
public sealed class ExactQuestionTests(ExactQuestionTests.Crowded service) : IClassFixture<ExactQuestionTests.Crowded>
{
    [Theory]
    [InlineData("Who are you?", "you")]
    [InlineData("who are you", "you")]
    [InlineData("  WHO   are\tyou!? ", "you")]
    [InlineData("where is it", "place")]
    [InlineData("Where is it?", "place")]
    [InlineData("they came to my door, what do i say", "door")]
    [InlineData("THEY CAME TO MY DOOR — WHAT DO I SAY?", "door")]
    [InlineData("can i see it on paper", "door")]
    [InlineData("¿Qué es una orden judicial?", "orden")]
    [InlineData("que es una orden judicial", "orden")]
    [InlineData("QUÉ ES UNA ÓRDEN JUDICIAL", "orden")]
    [InlineData("como se llama el papel del juez", "orden")]
    [InlineData("can i see it on papre", "door")]
    [InlineData("whats new", "news")]
    [InlineData("What’s new?", "news")]
    public async Task Query_OfTheSameWordsFindsItFirstWithScore1(string query, string slug)
    {
        var found = await service.First(query);

        Assert.Equal((slug, 1.0), (found.Text("slug"), found.GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task Query_OfSomeOfTheWordsScoresLess()
    {
        var items = (await service.Search("they came to my house, what do they say to me")).GetProperty("items");

        Assert.All(items.EnumerateArray(), i => Assert.InRange(i.GetProperty("score").GetDouble(), 0, 0.999));
    }

    [Fact]
    public async Task Items_AreRankedByScore()
    {
        var scores = (await service.Search("who came to my door", "&limit=50")).GetProperty("items")
            .EnumerateArray()
            .Select(i => i.GetProperty("score").GetDouble())
            .ToArray();

        Assert.True(scores.Length > 20);
        Assert.Equal(scores.OrderDescending(), scores);
    }

    public sealed class Crowded(TestCluster cluster) : Service(cluster)
    {
        protected override async Task Fill()
        {
            foreach (var i in Enumerable.Range(1, 12))
            {
                await Given.Faq(
                    $"who-{i}",
                    question: "Who are you, who are they, and who are you to them?",
                    answer: "Who are you? You are who you are. Who you are, you are.");
                await Given.Faq(
                    $"where-{i}",
                    question: "Where is it, is it where it is, and where is that?",
                    answer: "Where is it? It is where it is.");
                await Given.Faq(
                    $"came-{i}",
                    question: "They came to my door and came to my door again: what do they say, what do I say, what to say?",
                    answer: "They came to my door.");
                await Given.Faq(
                    $"es-{i}",
                    language: "es",
                    question: "¿Qué es una orden judicial, y qué es una orden que no es judicial?",
                    answer: "Una orden judicial es una orden judicial.");
                await Given.Faq(
                    $"new-{i}",
                    question: "What’s new in this new town, and what’s new elsewhere?",
                    answer: "New, new and new.");
            }

            await Given.Faq("you", question: "Who are you?");
            await Given.Faq("place", question: "Where is it?");
            await Given.Faq("news", question: "What’s new?");
            await Given.Faq(
                "door",
                question: "Must I open to officers?",
                aliases: ["They came to my door, what do I say?", "can I see it on paper?"]);
            await Given.Faq(
                "orden",
                language: "es",
                question: "¿Qué es una orden judicial?",
                aliases: ["¿Cómo se llama el papel del juez?"]);
        }
    }
}
