using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import;

/// <summary>The words of a resource in other languages, in the same resources.json.</summary>
public sealed class ResourceTranslationTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    private static readonly string[] All = ["en", "es-MX", "fr"];

    private const string File =
        """
        {"resources": [{
          "slug": "guide", "kind": "guide", "title": "The Guide", "description": "All of it.", "url": "https://guide.example/", "source": {"title": "A list"},
          "translations": {"ES-mx": {"title": "La guía", "description": "Todo.", "origin": "machine"}, "fr": {"title": "Le guide"}},
          "parts": [{"slug": "part", "kind": "policy", "title": "A Part", "source": {"title": "A list"}, "translations": {"fr": {"title": "Une partie"}}}]
        }]}
        """;

    [Fact]
    public async Task Translation_HasWordsHashAndRevisionOfItsOwnAndTheSameFacts()
    {
        var report = await Service.ImportJson("resources.json", File);

        var (english, spanish) = (await Service.Json("/v1/resources/guide"), await Service.Json("/v1/resources/guide?lang=es-MX"));
        Assert.Equal(
            ("La guía", "Todo.", "https://guide.example/"),
            (spanish.Text("title"), spanish.Text("description"), spanish.Text("url")));
        Assert.Equal(
            """{"requested":"es-MX","served":"es-MX","fallback":false,"available":["en","es-MX","fr"],"origin":"machine","status":"current"}""",
            spanish.GetProperty("language").GetRawText());
        Assert.Equal("human", english.GetProperty("language").Text("origin"));
        Assert.Equal("human", (await Service.Json("/v1/resources/guide?lang=fr")).GetProperty("language").Text("origin"));
        Assert.NotEqual(english.Text("contentHash"), spanish.Text("contentHash"));
        Assert.Equal("Une partie", (await Service.Json("/v1/resources/part?lang=fr")).Text("title"));
        Assert.Contains(
            "created: 5\n    guide\n    guide (es-MX)\n    guide (fr)\n    part\n    part (fr)\n",
            report.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameFileAgain_ChangesNothing()
    {
        await Service.ImportJson("resources.json", File);
        var before = await Everything();

        var report = await Service.ImportJson("resources.json", File);

        Assert.Contains("changed: 0\n  unchanged: 5\n", report.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(before, await Everything());
    }

    [Theory]
    [InlineData("Le guide", "Le bon guide", "en 1 current, es-MX 1 current, fr 2 current")]
    [InlineData("The Guide", "The Good Guide", "en 2 current, es-MX 1 outdated, fr 1 outdated")]
    [InlineData("https://guide.example/", "https://new.example/", "en 2 current, es-MX 2 current, fr 2 current")]
    [InlineData("\"machine\"", "\"machine-reviewed\"", "en 1 current, es-MX 2 current, fr 1 current")]
    public async Task Correction_IsARevisionOfWhatItChanges(string from, string to, string expected)
    {
        await Service.ImportJson("resources.json", File);

        await Service.ImportJson("resources.json", File.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(expected, await Revisions());
    }

    [Fact]
    public async Task CorrectedTitleWithItsTranslation_LeavesTheOtherOutdated()
    {
        await Service.ImportJson("resources.json", File);
        await Service.ImportJson("resources.json", File
            .Replace("The Guide", "The Good Guide", StringComparison.Ordinal)
            .Replace("Le guide", "Le bon guide", StringComparison.Ordinal)
            .Replace("https://guide.example/", "https://new.example/", StringComparison.Ordinal));

        Assert.Equal("en 2 current, es-MX 2 outdated, fr 3 current", await Revisions());
    }

    [Fact]
    public async Task PlaceholdersTranslatedTitle_LeadsToItInADocument()
    {
        await Service.ImportJson("resources.json", """
            {"resources": [{"slug": "guide", "kind": "guide", "title": "The Guide", "placeholder": true, "source": {"title": "A list"}, "translations": {"es": {"title": "La guía"}}}]}
            """);

        await Service.Import("# Biblioteca\n\n## ¿Hay normas?\n\nVea [la guía](#).", new ImportOptions { Language = "es" });

        Assert.Equal(["guide"], (await Service.Json("/v1/faqs/hay-normas")).Referred("resources"));
    }

    private async Task<string> Revisions()
    {
        var revisions = new List<string>();
        foreach (var language in All)
        {
            var guide = await Service.Json($"/v1/resources/guide?lang={language}");
            revisions.Add($"{language} {guide.GetProperty("revision").GetInt32()} {guide.GetProperty("language").Text("status")}");
        }

        return string.Join(", ", revisions);
    }

    private async Task<string> Everything() => string.Concat(await Task.WhenAll(
        All.Select(async language => (await Service.Json($"/v1/resources?lang={language}")).GetRawText())));
}
