using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Content.Faqs;

public sealed class GetFaqTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string People = "/v1/faqs/where-can-i-learn-more-about-people-power-or-find-the-resistance-training";

    [Fact]
    public async Task Entry_HasEveryMember()
    {
        var faq = await service.Json(People);

        Assert.Equal(
            [
                "id", "slug", "question", "aliases", "answer", "topics", "jurisdiction", "resources", "contacts", "language", "trust",
                "revision", "contentHash", "publishedAt", "contentChangedAt", "updatedAt",
            ],
            faq.EnumerateObject().Select(m => m.Name));
        Assert.Equal("""[{"slug":"freedom-cities","name":"Freedom Cities"}]""", faq.GetProperty("topics").GetRawText());
        Assert.Equal(
            """{"slug":"people-power","kind":"website","title":"People Power","url":"https://peoplepower.org/","linkState":"unchecked"}""",
            faq.GetProperty("resources")[0].GetRawText());
        Assert.Equal(
            """{"slug":"freedom-cities-action-guide","kind":"guide","title":"Freedom Cities Action Guide","url":null,"linkState":"placeholder"}""",
            faq.GetProperty("resources")[1].GetRawText());
        Assert.Equal(["markdown", "html", "text"], faq.GetProperty("answer").EnumerateObject().Select(m => m.Name));
        Assert.DoesNotContain("#", faq.GetProperty("answer").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            """{"requested":null,"served":"en","fallback":false,"available":["en","es"],"origin":"human","status":"current"}""",
            faq.GetProperty("language").GetRawText());
    }

    [Fact]
    public async Task Trust_NamesTheSourceAndNoReview()
    {
        var trust = (await service.Json(People)).GetProperty("trust");

        Assert.Equal(
            ["status", "lastReviewedAt", "reviewedByRole", "reviewDueAt", "lawAsOf", "source"],
            trust.EnumerateObject().Select(m => m.Name));
        Assert.Equal("unreviewed", trust.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, trust.GetProperty("lastReviewedAt").ValueKind);
        Assert.Equal("Freedom Cities FAQ", trust.GetProperty("source").GetProperty("title").GetString());
        Assert.Equal(
            "b7a69cb8b64319b6e98faf87c86688676012acd1cb4d7c9e02d216327f31ad04",
            trust.GetProperty("source").GetProperty("sha256").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", trust.GetProperty("source").GetProperty("retrievedAt").GetString()!);
    }

    [Fact]
    public async Task ContentHash_IsOfTheQuestionAndTheServedMarkdown()
    {
        var faq = await service.Json(People);
        var text = $"{faq.GetProperty("question").GetString()}\n\n{faq.GetProperty("answer").GetProperty("markdown").GetString()}";

        Assert.Equal(
            "sha256-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            faq.GetProperty("contentHash").GetString());
    }

    [Fact]
    public async Task Contacts_AreThoseThatTheAnswerNames()
    {
        var faq = await service.Json("/v1/faqs/how-do-i-get-more-information");

        Assert.Equal(
            """[{"slug":"cynthia-pompa","kind":"person","name":"Cynthia Pompa"},{"slug":"ana-moran","kind":"person","name":"Ana Moran"}]""",
            faq.GetProperty("contacts").GetRawText());
    }

    [Fact]
    public async Task Include_GivesWholeRecords()
    {
        var faq = await service.Json("/v1/faqs/how-do-i-get-more-information?include=contacts,resources");

        Assert.Equal((await service.Json("/v1/contacts/cynthia-pompa")).GetRawText(), faq.GetProperty("contacts")[0].GetRawText());
    }

    [Theory]
    [InlineData("include", "topics")]
    [InlineData("include", "contacts,contacts")]
    [InlineData("lang", "en_US")]
    [InlineData("topic", "freedom-cities")]
    public async Task BadParameter_Returns400ThatNamesIt(string parameter, string value) =>
        await service.Problem($"{People}?{parameter}={value}", HttpStatusCode.BadRequest, "invalid-request", parameter);
}
