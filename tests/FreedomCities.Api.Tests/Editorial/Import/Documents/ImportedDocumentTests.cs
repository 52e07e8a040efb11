using System.Text;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>What an import of a real document leaves in the service.</summary>
public sealed class ImportedDocumentTests(Service service) : IClassFixture<Service>
{
    private const string Sections =
        "# Branch FAQ\n\n## Adults\n\n### How long?\n\nThree weeks.\n\n## Children\n\n### How long?\n\nSix weeks.\n\n### Where?\n\nHere.";

    [Fact]
    public async Task SameQuestionInTwoSections_IsTwoEntriesToldApartBySlugAndTopic()
    {
        await service.Import(Sections);
        var before = await service.Records();

        var again = await service.Import(Sections);

        var faqs = await service.Items("/v1/faqs?topic=branch");
        Assert.Equal(["how-long-adults", "how-long-children", "where"], faqs.Select(f => f.Text("slug")));
        Assert.Equal("how-long-children", Assert.Single(await service.Items("/v1/faqs?topic=branch-children")).Text("slug"));
        Assert.Equal("Children", (await service.Json("/v1/topics/branch-children")).Text("name"));
        Assert.Contains("unchanged: 3", again, StringComparison.Ordinal);
        Assert.Empty(await service.ChangedSince(before));
    }

    [Fact]
    public async Task LinkWithAnAddress_FillsThePlaceholderThatItWas()
    {
        await service.Import("# Guide FAQ\n\n## Where is the guide?\n\nHere: [The Great Guide](#).\n\n## Who wrote it?\n\nSee [The Great Guide](#).");

        var report = await service.Import("# Guide FAQ\n\n## Where is the guide?\n\nHere: [The Great Guide](https://guide.example/a).\n\n## Who wrote it?\n\nSee [The Great Guide](#).");

        Assert.Contains("placeholders filled: 1\n    the-great-guide: document, https://guide.example/a", report, StringComparison.Ordinal);
        var resource = await service.Json("/v1/resources/the-great-guide");
        Assert.Equal("https://guide.example/a", resource.Text("url"));
        Assert.Contains("<a href=\"https://guide.example/a\">", (await service.Json("/v1/faqs/who-wrote-it")).Answer("html"), StringComparison.Ordinal);
        Assert.DoesNotContain(await service.Items("/v1/resources?limit=100"), r => r.Text("slug") == "the-great-guide-2");
    }

    [Fact]
    public async Task DateAndLanguageOfADocument_AreDeclaredByIt()
    {
        var report = await service.Import(
            "---\ntitle: Horaires\nlang: fr\nlastmod: 2024-05-06\n---\n\n## Quand est-ce que vous êtes ouverts ?\n\nTous les jours, et le dimanche pour les enfants.",
            new ImportOptions { ProposesLanguage = true, Topic = "horaires" });

        Assert.Contains("language: 1\n    fr, which the document declares", report, StringComparison.Ordinal);
        var faq = Assert.Single(await service.Items("/v1/faqs?topic=horaires&lang=fr"));
        Assert.Equal("2024-05-06", faq.GetProperty("trust").GetProperty("source").Text("documentDate"));
    }

    [Fact]
    public async Task AnotherLanguageThanGiven_IsAWarning() =>
        Assert.Contains(
            "warnings: 1\n    --language is es, but the text seems to be in 'en'",
            await service.Import(
                "# Wrong FAQ\n\n## What is the name of the town?\n\nYou can find it in the book, and it is not far.",
                new ImportOptions { Language = "es", Topic = "wrong" }),
            StringComparison.Ordinal);

    [Fact]
    public async Task Plan_IsJsonToo()
    {
        var reports = await new Importer(service.Database, TimeProvider.System).Import(
            [(new ImportFile("plan.md", Encoding.UTF8.GetBytes("# Plan FAQ\n\nHello.\n\n## Which plan?\n\n[This](https://plan.example/).")), new ImportOptions())],
            dryRun: true,
            CancellationToken.None);

        var plan = Assert.Single(reports).ToJson().GetProperty("plan");
        Assert.Equal("create", plan.GetProperty("entries")[0].Text("action"));
        Assert.Equal(("which-plan", "line 5"), (plan.GetProperty("entries")[0].Text("slug"), plan.GetProperty("entries")[0].Text("position")));
        Assert.Equal("https://plan.example/", plan.GetProperty("resources")[0].Text("url"));
        Assert.Equal("text before the first question", plan.GetProperty("leftOut")[0].Text("reason"));
        Assert.Empty(await service.Items("/v1/faqs?topic=plan"));
    }

    [Fact]
    public async Task DocumentWithoutTitle_NamesItsTopicByTheSlug()
    {
        await service.Import("## Is this free?\n\nYes.\n\n## Is it good?\n\nYes.", new ImportOptions { Topic = "town-museum" });

        Assert.Equal("Town museum", (await service.Json("/v1/topics/town-museum")).Text("name"));
    }
}
