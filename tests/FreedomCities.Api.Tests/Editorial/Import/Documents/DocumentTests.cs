using System.Text;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>What a document's parts are; how they are served, in topics of their own.</summary>
public sealed class DocumentTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task SpanishDocument_IsServedInSpanishUnderItsTopic()
    {
        await service.Import(
            """
            Biblioteca municipal: preguntas frecuentes

            ¿Cuánto tiempo puedo quedarme con un libro?

            Tres semanas.

            ¿Cuánto cuesta el carné?

            Nada.
            """,
            new ImportOptions { Language = "es" });

        Assert.Equal("Biblioteca municipal", (await service.Json("/v1/topics/biblioteca-municipal")).Text("name"));
        var faqs = await service.Items("/v1/faqs?lang=es&topic=biblioteca-municipal");
        Assert.Equal(["cuanto-tiempo-puedo-quedarme-con-un-libro", "cuanto-cuesta-el-carne"], faqs.Select(f => f.Text("slug")));
        Assert.All(faqs, f => Assert.Equal("es", f.GetProperty("language").Text("served")));
    }

    [Fact]
    public async Task WindowsLineEndsAndByteOrderMark_ChangeNothing()
    {
        const string Document = "# Town Library FAQ\n\n## May I eat here?\n\nNo.\n\nDrink is fine.\n";
        await service.Import(Document);
        var before = await service.Records();

        var report = await service.Import(
            "document.md", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Document.ReplaceLineEndings("\r\n"))]);

        Assert.Contains("unchanged: 1", report, StringComparison.Ordinal);
        Assert.Empty(await service.ChangedSince(before));
    }

    [Fact]
    public void HeadingInsideCode_IsNoQuestion()
    {
        var document = FaqDocument.Parse(
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

        Assert.Equal(["How do I print?", "Where is the printer?"], document.Entries.Select(e => e.Question));
        Assert.Contains("## Which printer?", document.Entries[0].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void QuestionsOfAWeakerForm_BelongToTheAnswer()
    {
        var document = FaqDocument.Parse(
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

        Assert.Equal(["What do you take?", "When are you open?"], document.Entries.Select(e => e.Question));
        Assert.Equal("Glass and paper.\n\nIs it clean?\n\n**Is it sorted?**\n\nThen bring it.", document.Entries[0].Answer);
    }

    [Fact]
    public void SubheadingOfAnAnswer_StaysInIt()
    {
        var document = FaqDocument.Parse(
            "# Recycling Yard FAQ\n\n## What do you take?\n\nMuch.\n\n### Glass\n\nBottles.\n\n## When are you open?\n\nDaily.");

        Assert.Equal("Much.\n\n### Glass\n\nBottles.", document.Entries[0].Answer);
    }

    [Fact]
    public void EntryWithoutQuestionMark_IsAnEntryWhereItsHeadingIsAQuestions()
    {
        var document = FaqDocument.Parse(
            "# Recycling Yard FAQ\n\n## What do you take?\n\nGlass.\n\n## Opening hours\n\nDaily.");

        Assert.Equal([("What do you take?", "Glass."), ("Opening hours", "Daily.")], document.Entries.Select(e => (e.Question, e.Answer)));
    }

    [Fact]
    public void WordsBeforeTheFirstQuestion_BelongToNone()
    {
        var document = FaqDocument.Parse("# Recycling Yard FAQ\n\nWelcome, see <https://yard.example/>.\n\n## What do you take?\n\nGlass.");

        Assert.Equal("Glass.", Assert.Single(document.Entries).Answer);
        Assert.Equal("Welcome, see https://yard.example/.", Assert.Single(document.LeftOut).Text);
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
    public void Title_NamesTheTopicWithoutItsSuffix(string title, string name)
    {
        var document = FaqDocument.Parse($"# {title}\n\n## What do you take?\n\nGlass.");

        Assert.Equal(name, document.Subject);
        Assert.Equal(title, document.Title);
    }

    [Fact]
    public async Task PartsOfADocument_AreServed()
    {
        await service.Import("# Recycling Yard: FAQs\n\nWelcome, see <https://yard.example/>.\n\n## What do you take?\n\nGlass.");

        Assert.Equal("Recycling Yard", (await service.Json("/v1/topics/recycling-yard")).Text("name"));
        var faq = Assert.Single(await service.Items("/v1/faqs?topic=recycling-yard"));
        Assert.Equal("Recycling Yard: FAQs", faq.GetProperty("trust").GetProperty("source").Text("title"));
        Assert.Equal(("What do you take?", "Glass."), (faq.Text("question"), faq.Answer("markdown")));
        Assert.Empty(faq.Referred("resources"));
        Assert.Empty(await service.Items("/v1/resources"));
    }

    [Fact]
    public async Task NewEntry_IsPublishedUnreviewedWithTheDocumentAsItsSource()
    {
        const string Document = "# Recycling Yard FAQ\n\n## What do you take?\n\nGlass.";
        await service.Import(
            Document,
            new ImportOptions { Topic = "waste", Jurisdiction = "US-NM", SourceTitle = "The yard's leaflet" },
            clock: new Clock("2026-03-04T05:06:07Z"));

        var faq = Assert.Single(await service.Items("/v1/faqs?topic=waste&jurisdiction=US-NM"));
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
        var before = await service.Records();

        var report = await service.Import("# Recycling Yard FAQ\n\n## What do you take?\n\nGlass: <https://yard.example/>", dryRun: true);

        Assert.Contains("what-do-you-take", report, StringComparison.Ordinal);
        Assert.Contains("dry run", report, StringComparison.Ordinal);
        Assert.Empty(await service.ChangedSince(before));
    }
}
