using System.Net;

namespace FreedomCities.Api.Tests.Content.Faqs;

public sealed class ListFaqsTests(SeededService service) : IClassFixture<SeededService>
{
    [Fact]
    public async Task SeedDocument_HasItsFiveQuestionsInItsOrder()
    {
        var questions = (await service.Json("/v1/faqs")).GetProperty("items").EnumerateArray().Select(f => f.GetProperty("question").GetString());

        Assert.Equal(
            [
                "What is the difference between Freedom Cities vs. Sanctuary Cities?",
                "Where can I learn more about People Power, or find the Resistance Training Action Guide and 9 Model Law Enforcement Policies?",
                "Where can I access the March 11 Resistance Training Town Hall livestream?",
                "Is there a local ACLU office in my area?",
                "How do I get more information?",
            ],
            questions);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=abc")]
    [InlineData("limit=")]
    public async Task LimitOutOfBounds_Returns400ThatNamesIt(string query) =>
        await service.Problem($"/v1/faqs?{query}", HttpStatusCode.BadRequest, "invalid-request", "limit");
}
