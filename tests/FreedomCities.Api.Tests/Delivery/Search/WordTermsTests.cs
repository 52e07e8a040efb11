using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Indexing;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>What words count beside their letters: their order and their accents.</summary>
public sealed class WordTermsTests(WordTermsTests.Entries service) : IClassFixture<WordTermsTests.Entries>
{
    [Theory]
    [InlineData("driving licence", "driving-licence")]
    [InlineData("licence for driving", "licence-driving")]
    [InlineData("papá", "father")]
    [InlineData("papa", "pope")]
    public async Task Query_FindsFirst(string query, string slug) => Assert.Equal(slug, (await service.Found(query))[0]);

    [Fact]
    public void StopWords_AreThoseOfTheQuerysLanguage()
    {
        var index = service.Services.GetRequiredService<SearchIndexUpdater>().Index!;
        var spanish = new Languages("es", ["es"], ["es", "en"], Negotiated: true);

        var query = QueryParser.Parse("what should I do if they ask me", index, spanish);

        Assert.Equal(["ask"], query.Tokens.Where(t => !t.IsStopWord).Select(t => t.Folded));
        Assert.DoesNotContain(QueryParser.Parse("ask", index, spanish).Tokens, t => t.IsStopWord);
    }

    [Theory]
    [InlineData("ภาษาไทย")]
    [InlineData("ພາສາລາວ")]
    [InlineData("ភាសាខ្មែរ")]
    [InlineData("မြန်မာစာ")]
    public void SyllabicScripts_HaveTheirThreeLetters(string token)
    {
        var terms = new List<ulong>();
        TermExtractor.AddTo(terms, token);

        Assert.Equal(
            Enumerable.Range(0, token.Length - 2).Select(i => ((ulong)token[i] << 32) | ((ulong)token[i + 1] << 16) | token[i + 2]), terms);
    }

    public sealed class Entries(TestCluster cluster) : Service(cluster)
    {
        private protected override string[] Settings => ["--Search:Model=none"]; // only words are tested

        protected override async Task Fill()
        {
            await Given.Faq("driving-licence", question: "Who has a driving licence?", answer: "Some.");
            await Given.Faq("licence-driving", question: "Who has a licence for driving?", answer: "Some.");
            await Given.Faq("pope", question: "Vive el papa aquí", answer: "No.");
            await Given.Faq("father", question: "Vive el papá aquí", answer: "No.");
        }
    }
}
