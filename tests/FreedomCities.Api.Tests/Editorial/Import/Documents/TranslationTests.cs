using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>import FILE --language es --translates TOPIC: the n-th question is the topic's n-th entry.</summary>
public sealed class TranslationTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    private const string Original =
        """
        # Library FAQ

        ## May I eat here?

        No, see [the rules](#) and <https://library.example/>.

        ## Who helps me?

        Write to ana@library.example.
        """;

    private const string Translation =
        """
        # Preguntas frecuentes sobre la Biblioteca

        ## ¿Puedo comer aquí?

        No, vea [las normas](#) y <https://library.example/>.

        ## ¿Quién me ayuda?

        Escriba a ana@library.example.

        También se pregunta: quién me puede ayudar
        """;

    private static readonly ImportOptions Spanish = new() { Language = "es", Translates = "library" };

    [Fact]
    public async Task NthQuestion_IsTheNthEntryInThatLanguage()
    {
        await Imported();

        Assert.Equal(["may-i-eat-here", "who-helps-me"], await Service.Slugs("/v1/faqs"));
        var faqs = await Service.Items("/v1/faqs?lang=es&topic=library");
        Assert.Equal(["may-i-eat-here", "who-helps-me"], faqs.Select(f => f.Text("slug")));
        Assert.Equal(["¿Puedo comer aquí?", "¿Quién me ayuda?"], faqs.Select(f => f.Text("question")));
        Assert.All(faqs, f => Assert.Equal(
            """{"requested":"es","served":"es","fallback":false,"available":["en","es"],"origin":"human","status":"current"}""",
            f.GetProperty("language").GetRawText()));
        Assert.All(faqs, f => Assert.Equal("unreviewed", f.GetProperty("trust").Text("status")));
        Assert.Equal(["quién me puede ayudar"], AliasesTests.Aliases(faqs[1]));
        Assert.Equal("US-NM", faqs[0].Text("jurisdiction"));
    }

    [Fact]
    public async Task Topic_IsNamedByTheDocumentsTitle()
    {
        var report = await Imported();

        var topic = await Service.Json("/v1/topics/library?lang=es");
        Assert.Equal(("Biblioteca", "es"), (topic.Text("name"), topic.GetProperty("language").Text("served")));
        Assert.Equal("Library", (await Service.Json("/v1/topics/library")).Text("name"));
        Assert.Contains("topics translated: 1\n    library (es): Biblioteca\n", report.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        await Service.Import(Translation.Replace("Biblioteca", "Biblioteca Municipal", StringComparison.Ordinal), Spanish);
        Assert.Equal("Biblioteca Municipal", (await Service.Json("/v1/topics/library?lang=es")).Text("name"));
    }

    [Fact]
    public async Task Links_LeadToTheOriginalsResources()
    {
        await Imported();

        var original = await Service.Json("/v1/faqs/may-i-eat-here");
        var translated = await Service.Json("/v1/faqs/may-i-eat-here?lang=es");
        Assert.Equal(["the-rules", "library-example"], original.Referred("resources"));
        Assert.Equal(original.Referred("resources"), translated.Referred("resources"));
        Assert.Equal("No, vea las normas y <https://library.example/>.", translated.Answer("markdown"));
        Assert.Equal(2, (await Service.Items("/v1/resources")).Length);
        Assert.Equal(["an-office"], (await Service.Json("/v1/faqs/who-helps-me?lang=es")).Referred("contacts"));
    }

    [Fact]
    public async Task PlaceholderBeyondTheOriginals_IsAResourceOfItsOwn()
    {
        await Service.Import(Original);

        await Service.Import(Translation.Replace("[las normas](#)", "[las normas](#) y [el mapa](#)", StringComparison.Ordinal), Spanish);

        var translated = await Service.Json("/v1/faqs/may-i-eat-here?lang=es");
        Assert.Equal(["the-rules", "el-mapa", "library-example"], translated.Referred("resources"));
    }

    [Fact]
    public async Task FewerPlaceholdersThanTheOriginals_AreResourcesOfTheirOwn()
    {
        await Service.Import(Original.Replace("[the rules](#)", "[the rules](#) and [the map](#)", StringComparison.Ordinal));

        await Service.Import(Translation.Replace("[las normas](#)", "[el mapa](#)", StringComparison.Ordinal), Spanish);

        Assert.Equal(["el-mapa", "library-example"], (await Service.Json("/v1/faqs/may-i-eat-here?lang=es")).Referred("resources"));
    }

    [Fact]
    public async Task SameTranslationAgain_ChangesNothing()
    {
        await Imported();
        var (before, spanish) = (await Service.Records(), await AllInSpanish());

        var report = await Service.Import(Translation, Spanish);

        Assert.Contains("created: 0\n  changed: 0\n  unchanged: 2\n", report.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("topics translated", report, StringComparison.Ordinal);
        Assert.Empty(await Service.ChangedSince(before));
        Assert.Equal(spanish, await AllInSpanish());
    }

    [Fact]
    public async Task CorrectedTranslation_ChangesJustWhatWasCorrected()
    {
        await Imported();
        var (english, spanish) = (await Service.Json("/v1/faqs/may-i-eat-here"), await Service.Json("/v1/faqs/who-helps-me?lang=es"));

        var report = await Service.Import(
            Translation.Replace("No, vea", "No. Vea", StringComparison.Ordinal), Spanish, clock: new Clock("2030-01-01T00:00:00Z"));

        Assert.Contains("changed: 1\n    may-i-eat-here ← ¿Puedo comer aquí?\n", report.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var corrected = await Service.Json("/v1/faqs/may-i-eat-here?lang=es");
        Assert.Equal((2, "2030-01-01T00:00:00Z"), (corrected.GetProperty("revision").GetInt32(), corrected.Text("contentChangedAt")));
        Assert.Equal(spanish.GetRawText(), (await Service.Json("/v1/faqs/who-helps-me?lang=es")).GetRawText());
        var original = await Service.Json("/v1/faqs/may-i-eat-here");
        Assert.Equal((1, english.Text("contentHash")), (original.GetProperty("revision").GetInt32(), original.Text("contentHash")));
    }

    [Theory]
    [InlineData("machine")]
    [InlineData("machine-reviewed")]
    public async Task Origin_IsDisclosedAndAChangeOfItAloneIsAMinorEdit(string origin)
    {
        await Imported();
        var before = await Service.Json("/v1/faqs/who-helps-me?lang=es");

        await Service.Import(Translation, Spanish with { Origin = origin });
        await Service.Import(Translation, Spanish);

        var after = await Service.Json("/v1/faqs/who-helps-me?lang=es");
        Assert.Equal((origin, 2), (after.GetProperty("language").Text("origin"), after.GetProperty("revision").GetInt32()));
        Assert.Equal(
            (before.Text("contentHash"), before.Text("contentChangedAt")),
            (after.Text("contentHash"), after.Text("contentChangedAt")));
        Assert.Equal(origin, (await Service.Json("/v1/topics/library?lang=es")).GetProperty("language").Text("origin"));
        Assert.Equal("human", (await Service.Json("/v1/faqs/who-helps-me")).GetProperty("language").Text("origin"));
    }

    [Fact]
    public async Task OriginOfAPlainDocument_IsDisclosedWithAllThatItMakes()
    {
        await Service.Import(Original, new ImportOptions { Origin = "machine" });

        foreach (var path in new[] { "/v1/faqs/who-helps-me", "/v1/topics/library", "/v1/resources/the-rules" })
        {
            Assert.Equal("machine", (await Service.Json(path)).GetProperty("language").Text("origin"));
        }
    }

    [Fact]
    public async Task WithdrawnTranslation_StaysWithdrawn()
    {
        await Imported();
        await Service.Given.Execute(
            "update translation set status = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'error' where language = 'es'",
            new { });

        var report = await Service.Import(Translation.Replace("No, vea", "No. Vea", StringComparison.Ordinal), Spanish);

        Assert.Contains("withdrawn, not changed: 2", report, StringComparison.Ordinal);
        Assert.Equal("en", (await Service.Json("/v1/faqs/may-i-eat-here?lang=es")).GetProperty("language").Text("served"));
    }

    private async Task<string> Imported()
    {
        await Service.Given.Contact("an-office", email: "ana@library.example");
        await Service.Import(Original, new ImportOptions { Jurisdiction = "US-NM" });
        return await Service.Import(Translation, Spanish);
    }

    private async Task<string> AllInSpanish() =>
        (await Service.Json("/v1/faqs?lang=es")).GetRawText() + (await Service.Json("/v1/topics?lang=es")).GetRawText();
}
