using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

public sealed class DocumentLayoutTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string> Layouts =>
        [.. Directory.GetFiles(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests/FreedomCities.Api.Tests/Editorial/Import/Layouts");

    private static (string Question, string Answer)[] Expected =>
    [
        ("How long may I keep a book?", "Three weeks."),
        ("What does a card cost?", "Nothing.\n\nBring a letter that shows your address."),
    ];

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task EveryLayout_GivesTopicQuestionsAndAnswers(string layout)
    {
        var document = FaqDocument.Parse(await Text(layout));

        Assert.Equal("Town Library", document.Subject);
        Assert.Equal("town-library", Slugs.FromText(document.Subject!, "topic"));
        Assert.Equal(Expected, document.Entries.Select(e => (e.Question, e.Answer)));
    }

    [Fact]
    public async Task Layout_IsServed()
    {
        await service.Import(await Text("headings.md"));

        var topic = Assert.Single(await service.Items("/v1/topics"));
        Assert.Equal(("town-library", "Town Library"), (topic.Text("slug"), topic.Text("name")));
        var faqs = await service.Items("/v1/faqs?topic=town-library");
        Assert.Equal(Expected, faqs.Select(f => (f.Text("question"), f.Answer("markdown"))));
    }

    private static Task<string> Text(string layout) => File.ReadAllTextAsync(Path.Combine(Folder, layout));
}
