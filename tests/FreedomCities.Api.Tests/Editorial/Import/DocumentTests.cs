using System.Text;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import;

public sealed class DocumentTests(TestCluster cluster) : Service(cluster)
{
    [Fact]
    public async Task SpanishDocument_IsServedInSpanishUnderItsTopic()
    {
        await this.Import(
            """
            Biblioteca municipal: preguntas frecuentes

            ¿Cuánto tiempo puedo quedarme con un libro?

            Tres semanas.

            ¿Cuánto cuesta el carné?

            Nada.
            """,
            new ImportOptions { Language = "es" });

        Assert.Equal("Biblioteca municipal", Assert.Single(await this.Items("/v1/topics")).Text("name"));
        var faqs = await this.Items("/v1/faqs?lang=es");
        Assert.Equal(["cuanto-tiempo-puedo-quedarme-con-un-libro", "cuanto-cuesta-el-carne"], faqs.Select(f => f.Text("slug")));
        Assert.All(faqs, f => Assert.Equal("es", f.GetProperty("language").Text("served")));
    }

    [Fact]
    public async Task WindowsLineEndsAndByteOrderMark_ChangeNothing()
    {
        const string Document = "# Town Library FAQ\n\n## May I eat here?\n\nNo.\n\nDrink is fine.\n";
        await this.Import(Document);
        var before = await this.Records();

        var report = await this.Import("document.md", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Document.ReplaceLineEndings("\r\n"))]);

        Assert.Contains("unchanged: 1", report, StringComparison.Ordinal);
        Assert.Empty(await this.ChangedSince(before));
    }

    [Fact]
    public async Task HeadingInsideCode_IsNoQuestion()
    {
        await this.Import(
            """
            # Library Terminal FAQ

            ## How do I print?

            Type:

            ```
            ## Which printer?
            print
            ```

            ## Where is the printer?

            Downstairs.
            """);

        var faqs = await this.Items("/v1/faqs");
        Assert.Equal(["How do I print?", "Where is the printer?"], faqs.Select(f => f.Text("question")));
        Assert.Contains("## Which printer?", faqs[0].Answer("markdown"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionsOfAWeakerForm_BelongToTheAnswer()
    {
        await this.Import(
            """
            # Recycling Yard FAQ

            ## What do you take?

            Glass and paper.

            Is it clean?

            **Is it sorted?**

            Then bring it.

            ## When are you open?

            1. Is it a weekday?
            2. Is it before six?
            """);

        var faqs = await this.Items("/v1/faqs");
        Assert.Equal(["What do you take?", "When are you open?"], faqs.Select(f => f.Text("question")));
        Assert.Equal("Glass and paper.\n\nIs it clean?\n\n**Is it sorted?**\n\nThen bring it.", faqs[0].Answer("markdown"));
    }

    [Fact]
    public async Task SubheadingOfAnAnswer_StaysInIt()
    {
        await this.Import("# Recycling Yard FAQ\n\n## What do you take?\n\nMuch.\n\n### Glass\n\nBottles.\n\n## When are you open?\n\nDaily.");

        Assert.Equal("Much.\n\n### Glass\n\nBottles.", (await this.Items("/v1/faqs"))[0].Answer("markdown"));
    }

    [Fact]
    public async Task EntryWithoutQuestionMark_IsAnEntryWhereItsHeadingIsAQuestions()
    {
        await this.Import("# Recycling Yard FAQ\n\n## What do you take?\n\nGlass.\n\n## Opening hours\n\nDaily.\n\n##\n\nNobody's words.");

        Assert.Equal([("What do you take?", "Glass."), ("Opening hours", "Daily.")], (await this.Items("/v1/faqs")).Select(f => (f.Text("question"), f.Answer("markdown"))));
    }

    [Fact]
    public async Task WordsBeforeTheFirstQuestion_BelongToNone()
    {
        await this.Import("# Recycling Yard FAQ\n\nWelcome, see <https://yard.example/>.\n\n## What do you take?\n\nGlass.");

        Assert.Equal("Glass.", Assert.Single(await this.Items("/v1/faqs")).Answer("markdown"));
        Assert.Empty(await this.Items("/v1/resources"));
    }

    [Theory]
    [InlineData("Recycling Yard FAQ", "Recycling Yard")]
    [InlineData("Recycling Yard: FAQs", "Recycling Yard")]
    [InlineData("Recycling Yard – Frequently Asked Questions", "Recycling Yard")]
    [InlineData("Recycling Yard | Frequently Asked Questions (FAQ)", "Recycling Yard")]
    [InlineData("Recycling Yard", "Recycling Yard")]
    [InlineData("FAQ", "FAQ")]
    [InlineData("Frequently asked questions about the recycling yard", "Recycling yard")]
    [InlineData("FAQ: Recycling Yard", "Recycling Yard")]
    [InlineData("Recycling Yard: preguntas frecuentes", "Recycling Yard")]
    [InlineData("Preguntas frecuentes", "Preguntas frecuentes")]
    [InlineData("Preguntas frecuentes sobre las Ciudades de la Libertad", "Ciudades de la Libertad")]
    [InlineData("Preguntas más frecuentes acerca de la biblioteca", "Biblioteca")]
    [InlineData("Preguntas frecuentes sobre Las Cruces", "Las Cruces")]
    [InlineData("Preguntas frecuentes acerca del Ayuntamiento", "Ayuntamiento")]
    [InlineData("Preguntas frecuentes de inmigración (FAQ)", "Inmigración")]
    [InlineData("Preguntas frecuentes: ley de asilo", "Ley de asilo")]
    public async Task Title_NamesTheTopicWithoutItsSuffix(string title, string name)
    {
        await this.Import($"# {title}\n\n## What do you take?\n\nGlass.");

        Assert.Equal(name, Assert.Single(await this.Items("/v1/topics")).Text("name"));
        Assert.Equal(title, Assert.Single(await this.Items("/v1/faqs")).GetProperty("trust").GetProperty("source").Text("title"));
    }

    [Fact]
    public async Task NewEntry_IsPublishedUnreviewedWithTheDocumentAsItsSource()
    {
        const string Document = "# Recycling Yard FAQ\n\n## What do you take?\n\nGlass.";
        await this.Import(Document, new ImportOptions { Topic = "waste", Jurisdiction = "US-NM", SourceTitle = "The yard's leaflet" }, clock: new Clock("2026-03-04T05:06:07Z"));

        var faq = Assert.Single(await this.Items("/v1/faqs?topic=waste&jurisdiction=US-NM"));
        var trust = faq.GetProperty("trust");
        Assert.Equal("unreviewed", trust.Text("status"));
        Assert.Equal("The yard's leaflet", trust.GetProperty("source").Text("title"));
        Assert.Equal("2026-03-04T05:06:07Z", trust.GetProperty("source").Text("retrievedAt"));
        Assert.Equal(new ImportFile("", Encoding.UTF8.GetBytes(Document)).Sha256, trust.GetProperty("source").Text("sha256"));
        Assert.Equal((1, "2026-03-04T05:06:07Z"), (faq.GetProperty("revision").GetInt32(), faq.Text("publishedAt")));
    }

    [Fact]
    public async Task DryRun_ReportsAndWritesNothing()
    {
        var before = await this.Records();

        var report = await this.Import("# Recycling Yard FAQ\n\n## What do you take?\n\nGlass: <https://yard.example/>", dryRun: true);

        Assert.Contains("what-do-you-take", report, StringComparison.Ordinal);
        Assert.Contains("dry run", report, StringComparison.Ordinal);
        Assert.Empty(await this.ChangedSince(before));
    }
}
