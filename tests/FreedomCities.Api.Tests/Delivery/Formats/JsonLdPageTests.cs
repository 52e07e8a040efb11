using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Formats;

public sealed class JsonLdPageTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string Schema = "https://schema.org/";

    [Theory]
    [InlineData("/v1/faqs.jsonld")]
    [InlineData("/v1/faqs.jsonld?lang=es")]
    [InlineData("/v1/faqs.jsonld?topic=no-such")]
    public async Task Page_IsAFaqPageOfSchemaOrg(string path)
    {
        var page = Assert.Single((await service.Read("jsonld", path)).EnumerateArray());

        Assert.Equal([Schema + "FAQPage"], Types(page));
        var questions = page.GetProperty(Schema + "mainEntity").EnumerateArray().ToArray();
        Assert.Equal(path.EndsWith("no-such", StringComparison.Ordinal) ? 0 : 5, questions.Length);
        Assert.All(questions, question =>
        {
            Assert.Equal([Schema + "Question"], Types(question));
            Assert.NotEmpty(Value(question, "name"));
            var answer = Assert.Single(question.GetProperty(Schema + "acceptedAnswer").EnumerateArray());
            Assert.Equal([Schema + "Answer"], Types(answer));
            Assert.NotEmpty(Value(answer, "text"));
        });
    }

    [Fact]
    public async Task Question_SaysWhatTheRecordSays()
    {
        var faq = await service.Json("/v1/faqs/how-do-i-get-more-information?lang=es");

        var question =
            Assert.Single(FormatChecks.Questions(await service.Body("/v1/faqs.jsonld?slugs=how-do-i-get-more-information&lang=es")));

        Assert.Equal($"urn:uuid:{faq.GetProperty("id")}", question.GetProperty("@id").GetString());
        Assert.Equal("http://localhost:5000/v1/faqs/how-do-i-get-more-information", question.GetProperty("url").GetString());
        Assert.Equal(faq.GetProperty("question").GetString(), question.GetProperty("name").GetString());
        Assert.Equal(faq.GetProperty("aliases").GetRawText(), JsonSerializer.Serialize(question.GetProperty("alternateName"), Relaxed));
        Assert.Equal(
            faq.GetProperty("answer").GetProperty("html").GetString(),
            question.GetProperty("acceptedAnswer").GetProperty("text").GetString());
        Assert.Equal("es", question.GetProperty("inLanguage").GetString());
        Assert.Equal(
            "Ciudades de la Libertad",
            Assert.Single(question.GetProperty("about").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(
            faq.GetProperty("trust").GetProperty("source").GetProperty("title").GetString(),
            question.GetProperty("isBasedOn").GetProperty("name").GetString());
        Assert.Equal("unreviewed", question.GetProperty("creativeWorkStatus").GetString());
        Assert.Equal(faq.GetProperty("revision").GetInt32(), question.GetProperty("version").GetInt32());
        Assert.Equal(faq.GetProperty("publishedAt").GetString(), question.GetProperty("datePublished").GetString());
        Assert.Equal(faq.GetProperty("updatedAt").GetString(), question.GetProperty("dateModified").GetString());
    }

    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string[] Types(JsonElement node) => [.. node.GetProperty("@type").EnumerateArray().Select(t => t.GetString()!)];

    private static string Value(JsonElement node, string property) =>
        Assert.Single(node.GetProperty(Schema + property).EnumerateArray()).GetProperty("@value").GetString()!;
}
