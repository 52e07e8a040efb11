namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>GET /embed/faqs encodes markup in texts, and no letters.</summary>
public sealed class PageEncodingTests(EmbedService service) : IClassFixture<EmbedService>
{
    [Theory]
    [InlineData("ar", "ما هي مدينة الحرية؟")]
    [InlineData("am", "የነፃነት ከተማ ምንድን ነው?")]
    [InlineData("es", "¿Qué es la ciudad “ñandú” – áéíóú?")]
    [InlineData("zh", "什么是自由城市？")]
    public async Task LettersOfEveryScript_AreNoEntities(string language, string text)
    {
        var topic = $"letters-{language}";
        await service.Given.Topic(topic, language, text);
        await service.Given.Faq(topic, [topic], language: language, question: text, answer: text);

        var html = await service.Http.GetStringAsync($"/embed/faqs?topic={topic}&lang={language}");

        Assert.Contains($"<title>{text}</title>", html, StringComparison.Ordinal);
        Assert.Contains($" title=\"{text}\" />", html, StringComparison.Ordinal);
        Assert.Contains($"<summary>{text}</summary>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_IsEncoded()
    {
        await service.Given.Topic("marked", name: "</title><b>\"A\" & B");
        await service.Given.Faq("marked", ["marked"], question: "<script>alert(1)</script>?");

        var html = await service.Http.GetStringAsync("/embed/faqs?topic=marked");

        Assert.Contains("<title>&lt;/title&gt;&lt;b&gt;&quot;A&quot; &amp; B</title>", html, StringComparison.Ordinal);
        Assert.Contains("<summary>&lt;script&gt;alert(1)&lt;/script&gt;?</summary>", html, StringComparison.Ordinal);
    }
}
