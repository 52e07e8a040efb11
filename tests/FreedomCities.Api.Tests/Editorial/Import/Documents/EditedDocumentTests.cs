using System.Text.Json;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

public sealed class EditedDocumentTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    private const string Glass = "## Where does glass go?\n\nInto the green bin.\n\n";
    private const string Paper = "## Where does paper go?\n\nInto the blue bin.\n\n";
    private const string Metal = "## Where does metal go?\n\nInto the grey bin.\n\n";

    [Fact]
    public async Task SameDocumentAgain_ChangesNothing()
    {
        await Imported(Glass + Paper);
        var before = await Service.Records();

        var report = await Imported(Glass + Paper, day: 2);

        Assert.Contains("unchanged: 2", report, StringComparison.Ordinal);
        Assert.Contains("created: 0", report, StringComparison.Ordinal);
        Assert.Empty(await Service.ChangedSince(before));
    }

    [Theory]
    [InlineData("# Recyling FAQ", "recyling: Recyling (did you mean the existing topic? Use --topic recycling)")]
    [InlineData("# Voting FAQ", "voting: Voting\n")]
    public async Task TitleThatNamesNoTopicYet_IsReportedWithANearOne(string title, string line)
    {
        await Service.Import("# Recycling FAQ\n\n" + Glass);

        Assert.Contains(line, await Service.Import($"{title}\n\n{Paper}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditedAnswer_RaisesTheRevisionOfThatEntryAlone()
    {
        await Imported(Glass + Paper + Metal);
        var (before, old) = (await Service.Records(), await Service.Json("/v1/faqs/where-does-paper-go"));

        var report = await Imported(Glass + Paper.Replace("blue", "yellow", StringComparison.Ordinal) + Metal, day: 2);

        Assert.Contains("changed: 1\n    where-does-paper-go\n", report, StringComparison.Ordinal);
        Assert.Equal(["faqs/where-does-paper-go"], await Service.ChangedSince(before));
        var faq = await Service.Json("/v1/faqs/where-does-paper-go");
        Assert.Equal((2, "2026-01-02T00:00:00Z"), (faq.GetProperty("revision").GetInt32(), faq.Text("updatedAt")));
        Assert.Equal((old.Text("id"), old.Text("publishedAt")), (faq.Text("id"), faq.Text("publishedAt")));
        Assert.NotEqual(old.Text("contentHash"), faq.Text("contentHash"));
        Assert.NotEqual(Source(old).Text("sha256"), Source(faq).Text("sha256"));
        Assert.Equal("2026-01-02T00:00:00Z", Source(faq).Text("retrievedAt"));
        Assert.Equal("2026-01-01T00:00:00Z", Source(await Service.Json("/v1/faqs/where-does-glass-go")).Text("retrievedAt"));
    }

    [Theory]
    [InlineData("Major", "2026-01-02T00:00:00Z")]
    [InlineData("Minor", "2026-01-01T00:00:00Z")]
    public async Task Significance_DecidesWhetherTheContentChanged(string significance, string contentChangedAt)
    {
        await Imported(Glass);

        await Imported(
            Glass.Replace("green", "brown", StringComparison.Ordinal),
            day: 2,
            significance: Enum.Parse<Significance>(significance));

        var faq = await Service.Json("/v1/faqs/where-does-glass-go");
        Assert.Equal((contentChangedAt, "2026-01-02T00:00:00Z"), (faq.Text("contentChangedAt"), faq.Text("updatedAt")));
    }

    [Fact]
    public async Task ChangedQuestionWithTheSameAnswer_IsTheSameEntryAndKeepsItsSlug()
    {
        await Imported(Glass + Paper);
        var old = await Service.Json("/v1/faqs/where-does-paper-go");

        await Imported(Glass + Paper.Replace("paper", "cardboard", StringComparison.Ordinal), day: 2);

        var faqs = await Service.Items("/v1/faqs");
        Assert.Equal(["where-does-glass-go", "where-does-paper-go"], faqs.Select(f => f.Text("slug")));
        Assert.Equal((old.Text("id"), "Where does cardboard go?"), (faqs[1].Text("id"), faqs[1].Text("question")));
    }

    [Fact]
    public async Task SameQuestionUnderAnotherTopic_IsAnotherEntry()
    {
        await Imported(Glass);
        var before = await Service.Records();

        await Service.Import($"# Town Hall FAQ\n\n{Glass}");

        Assert.Equal(["faqs/where-does-glass-go-2", "topics/town-hall"], await Service.ChangedSince(before));
        Assert.Equal(["where-does-glass-go-2"], await Service.Slugs("/v1/faqs?topic=town-hall"));
    }

    [Theory]
    [InlineData("metal paper glass")]
    [InlineData("metal glass paper")]
    [InlineData("glass metal paper")]
    [InlineData("paper glass metal")]
    [InlineData("paper metal glass")]
    public async Task MovedQuestions_AreInTheDocumentsOrderWithoutARevision(string order)
    {
        await Imported(Glass + Paper + Metal);
        await Service.Import("# Town Hall FAQ\n\n## Who is the mayor?\n\nAsk at the desk.");
        var before = await Service.Records();

        await Imported(string.Concat(order.Split(' ').Select(Section)), day: 2);
        var report = await Imported(string.Concat(order.Split(' ').Select(Section)), day: 3);

        Assert.Equal(["who-is-the-mayor"], (await Service.Slugs("/v1/faqs")).Except(order.Split(' ').Select(w => $"where-does-{w}-go")));
        Assert.Equal(order.Split(' ').Select(w => $"where-does-{w}-go").Append("who-is-the-mayor"), await Service.Slugs("/v1/faqs"));
        Assert.Empty(await Service.ChangedSince(before));
        Assert.DoesNotContain("moved", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metal glass paper")]
    [InlineData("glass metal paper")]
    [InlineData("glass paper metal")]
    public async Task InsertedQuestion_TakesItsPlaceAndMovesNoOther(string order)
    {
        await Imported(Glass + Paper);
        await Service.Import("# Town Hall FAQ\n\n## Who is the mayor?\n\nAsk at the desk.");
        var before = await Service.Records();

        await Imported(string.Concat(order.Split(' ').Select(Section)), day: 2);

        Assert.Equal(order.Split(' ').Select(w => $"where-does-{w}-go").Append("who-is-the-mayor"), await Service.Slugs("/v1/faqs"));
        Assert.Equal(["faqs/where-does-metal-go", "topics/recycling-yard"], await Service.ChangedSince(before));
    }

    [Fact]
    public async Task RemovedQuestion_IsReportedAndStaysPublished()
    {
        await Imported(Glass + Paper);
        var before = await Service.Records();

        var report = await Imported(Paper, day: 2);

        Assert.Contains("no longer in the document (still published): 1\n    where-does-glass-go\n", report, StringComparison.Ordinal);
        Assert.Empty(await Service.ChangedSince(before));
    }

    [Fact]
    public async Task WithdrawnEntry_StaysWithdrawn()
    {
        await Imported(Glass + Paper);
        await Service.Given.Withdrawn("faq", "where-does-glass-go");

        var report = await Imported(Glass.Replace("green", "brown", StringComparison.Ordinal) + Paper, day: 2);

        Assert.Contains("withdrawn, not changed: 1\n    where-does-glass-go\n", report, StringComparison.Ordinal);
        Assert.Equal(["where-does-paper-go"], await Service.Slugs("/v1/faqs"));
        await Service.Problem("/v1/faqs/where-does-glass-go", System.Net.HttpStatusCode.Gone, "gone");
    }

    private static JsonElement Source(JsonElement faq) => faq.GetProperty("trust").GetProperty("source");

    private static string Section(string word) => word switch
    {
        "glass" => Glass,
        "paper" => Paper,
        _ => Metal,
    };

    private Task<string> Imported(string sections, int day = 1, Significance significance = Significance.Major) =>
        Service.Import(
            $"# Recycling Yard FAQ\n\n{sections}",
            new ImportOptions { Significance = significance },
            clock: new Clock($"2026-01-0{day}T00:00:00Z"));
}
