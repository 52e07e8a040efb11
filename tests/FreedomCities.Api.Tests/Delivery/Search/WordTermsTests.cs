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
