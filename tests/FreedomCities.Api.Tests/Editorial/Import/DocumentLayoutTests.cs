namespace FreedomCities.Api.Tests.Editorial.Import;

public sealed class DocumentLayoutTests(TestCluster cluster) : Service(cluster)
{
    public static TheoryData<string> Layouts => [.. Directory.GetFiles(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests/FreedomCities.Api.Tests/Editorial/Import/Layouts");

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task EveryLayout_GivesTopicQuestionsAndAnswers(string layout)
    {
        await this.Import(await File.ReadAllTextAsync(Path.Combine(Folder, layout)));

        var topic = Assert.Single(await this.Items("/v1/topics"));
        Assert.Equal(("town-library", "Town Library"), (topic.Text("slug"), topic.Text("name")));
        Assert.Equal(
            [
                ("How long may I keep a book?", "Three weeks."),
                ("What does a card cost?", "Nothing.\n\nBring a letter that shows your address."),
            ],
            (await this.Items($"/v1/faqs?topic=town-library")).Select(f => (f.Text("question"), f.Answer("markdown"))));
    }
}
