using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>A translation of a text that has had a major change since says so, until it is published again.</summary>
public sealed class OutdatedTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    private const string Original = "# Library FAQ\n\n## May I eat here?\n\nNo.\n\n## Who helps me?\n\nAna.";
    private const string Translation = "# Biblioteca\n\n## ¿Puedo comer aquí?\n\nNo.\n\n## ¿Quién me ayuda?\n\nAna.";

    private static readonly ImportOptions Spanish = new() { Language = "es", Translates = "library" };

    [Fact]
    public async Task MajorEdit_OutdatesTheTranslationOfThatEntry()
    {
        await Imported();

        var report = await Service.Import(Edited(Original));

        Assert.Equal(["current", "outdated"], await Statuses("es"));
        Assert.Equal(["current", "current"], await Statuses("en"));
        Assert.Contains("translations now outdated: 1\n    who-helps-me (es)\n", report.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MinorEdit_OutdatesNothing()
    {
        await Imported();

        await Service.Import(Edited(Original), new ImportOptions { Significance = Significance.Minor });

        Assert.Equal(["current", "current"], await Statuses("es"));
    }

    [Theory]
    [InlineData("alias")]
    [InlineData("origin")]
    public async Task EditThatLeavesTheText_OutdatesNothing(string edit)
    {
        await Imported();

        await (edit == "alias"
            ? Service.Import(Original + "\n\nAlso asked: who is there for me")
            : Service.Import(Original, new ImportOptions { Origin = "machine" }));

        Assert.Equal(2, (await Service.Json("/v1/faqs/who-helps-me")).GetProperty("revision").GetInt32());
        Assert.Equal(["current", "current"], await Statuses("es"));
    }

    [Fact]
    public async Task EditOfTheTranslation_OutdatesNothing()
    {
        await Imported();

        await Service.Import(Edited(Translation), Spanish);

        Assert.Equal(["current", "current"], await Statuses("en"));
    }

    [Fact]
    public async Task UncorrectedTranslation_StaysOutdatedAndIsReported()
    {
        await Imported();
        await Service.Import(Edited(Original));

        var report = await Service.Import(Translation, Spanish);

        Assert.Equal(["current", "outdated"], await Statuses("es"));
        Assert.Contains(
            "unchanged, but outdated: the original has changed: 1\n    who-helps-me ← ¿Quién me ayuda?\n",
            report.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("origin")]
    public async Task TranslationPublishedAgain_IsCurrent(string edit)
    {
        await Imported();
        await Service.Import(Edited(Original));

        await (edit == "words"
            ? Service.Import(Edited(Translation), Spanish)
            : Service.Import(Translation, Spanish with { Origin = "machine-reviewed" }));

        Assert.Equal(["current", "current"], await Statuses("es"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("machine")]
    public async Task NewAliasOfTheTranslation_LeavesItOutdatedAndItsOriginAsItWas(string? origin)
    {
        await Service.Import(Original);
        await Service.Import(Translation, Spanish with { Origin = "machine" });
        await Service.Import(Edited(Original));

        await Service.Import(Translation + "\n\nTambién se pregunta: quién está para mí", Spanish with { Origin = origin });

        var faq = await Service.Json("/v1/faqs/who-helps-me?lang=es");
        Assert.Equal(["quién está para mí"], AliasesTests.Aliases(faq));
        Assert.Equal(("machine", "outdated"), (faq.GetProperty("language").Text("origin"), faq.GetProperty("language").Text("status")));
    }

    [Fact]
    public async Task MinorEditOfTheTranslation_LeavesItOutdated()
    {
        await Imported();
        await Service.Import(Edited(Original));

        await Service.Import(
            Translation.Replace("Ana.", "Ana .", StringComparison.Ordinal), Spanish with { Significance = Significance.Minor });

        Assert.Equal(["current", "outdated"], await Statuses("es"));
    }

    [Fact]
    public async Task UrlThatFollowsAResource_LeavesItOutdated()
    {
        await Service.Import(Original.Replace("Ana.", "See <https://library.example/>.", StringComparison.Ordinal));
        await Service.Import(Translation.Replace("Ana.", "Vea <https://library.example/>.", StringComparison.Ordinal), Spanish);
        await Service.Import(Original.Replace("Ana.", "Look at <https://library.example/>.", StringComparison.Ordinal));

        await Service.ImportJson("resources.json", """
            {"resources": [{"slug": "library-example", "kind": "website", "title": "library.example", "url": "https://new.example/", "source": {"title": "A list"}}]}
            """);

        var faq = await Service.Json("/v1/faqs/who-helps-me?lang=es");
        Assert.Equal(("Vea <https://new.example/>.", "outdated"), (faq.Answer("markdown"), faq.GetProperty("language").Text("status")));
    }

    [Fact]
    public async Task UrlThatFollowsAResource_OutdatesNothing()
    {
        await Service.Import(Original.Replace("Ana.", "See <https://library.example/>.", StringComparison.Ordinal));
        await Service.Import(Translation.Replace("Ana.", "Vea <https://library.example/>.", StringComparison.Ordinal), Spanish);

        await Service.ImportJson("resources.json", """
            {"resources": [{"slug": "library-example", "kind": "website", "title": "library.example", "url": "https://new.example/", "source": {"title": "A list"}}]}
            """);

        Assert.Equal(["current", "current"], await Statuses("es"));
    }

    private async Task Imported()
    {
        await Service.Import(Original);
        await Service.Import(Translation, Spanish);
    }

    private static string Edited(string document) => document.Replace("Ana.", "Bea.", StringComparison.Ordinal);

    private async Task<IEnumerable<string>> Statuses(string language) =>
        (await Service.Items($"/v1/faqs?lang={language}")).Select(f => f.GetProperty("language").Text("status"));
}
