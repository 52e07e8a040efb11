namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

public sealed class SlugTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("Où est l’école, à Nîmes?", "ou-est-lecole-a-nimes")]
    [InlineData("Don't you know the mayor's name?", "dont-you-know-the-mayors-name")]
    [InlineData("Was heißt „Straßenfest“ auf Łódź und Ærø?", "was-heisst-strassenfest-auf-lodz-und-aero")]
    [InlineData("İstanbul: nerede?", "istanbul-nerede")]
    [InlineData("¿Qué   hago -- ahora?", "que-hago-ahora")]
    [InlineData("24/7?", "24-7")]
    [InlineData(
        "Where can I learn more about the yard, the bins and all that belongs to the collectio n?",
        "where-can-i-learn-more-about-the-yard-the-bins-and-all-that-belongs-to-the")]
    [InlineData(
        "Where can I learn more about the yard, the bins and all that belong to the house a b?",
        "where-can-i-learn-more-about-the-yard-the-bins-and-all-that-belong-to-the-house")]
    public async Task Question_MakesTheSlug(string question, string slug)
    {
        await Imported(question);

        Assert.Contains(slug, await service.Slugs("/v1/faqs?limit=100"));
    }

    [Theory]
    [InlineData("أين المكتبة؟")]
    [InlineData("图书馆在哪里？")]
    [InlineData("🎈🎈?")]
    public async Task QuestionWithoutLatinLetters_GetsEightHexDigits(string question)
    {
        var report = await Imported(question);

        var slug = Assert.Single(await service.Items("/v1/faqs?limit=100"), f => f.Text("question") == question).Text("slug");
        Assert.Matches("^faq-[0-9a-f]{8}$", slug);
        Assert.Contains(slug, report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordOfMoreThanEightyLetters_IsCut()
    {
        await Imported(new string('z', 120) + "?");
        await service.Import($"# Another FAQ\n\n## {new string('z', 121)}?\n\nYes.");

        var slugs = await service.Slugs("/v1/faqs?limit=100");
        Assert.Contains(new string('z', 80), slugs);
        Assert.Contains(new string('z', 78) + "-2", slugs);
    }

    [Fact]
    public async Task SlugThatWasEverGiven_IsNotGivenAgain()
    {
        await Imported("Is there tea?");
        await service.Given.Renamed("faq", "is-there-tea", "what-is-there-to-drink");

        await service.Import("# Tea House FAQ\n\n## Is there tea?\n\nYes.");

        Assert.Equal(["is-there-tea-2"], await service.Slugs("/v1/faqs?topic=tea-house"));
    }

    private Task<string> Imported(string question) => service.Import($"# Town FAQ\n\n## {question}\n\nYes: {question}");
}
