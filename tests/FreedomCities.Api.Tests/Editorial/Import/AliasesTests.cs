namespace FreedomCities.Api.Tests.Editorial.Import;

/// <summary>aliases.json: other ways that people ask a published question.</summary>
public sealed class AliasesTests(TestCluster cluster) : Service(cluster)
{
    private const string Entry = "/v1/faqs/how-do-i-get-more-information";

    protected override string Template => TestCluster.Seeded;

    [Fact]
    public async Task SeedsQuestions_HaveAliasesInBothLanguages()
    {
        foreach (var language in new[] { "en", "es" })
        {
            var faqs = await this.Items($"/v1/faqs?lang={language}");
            Assert.Equal(5, faqs.Length);
            Assert.All(faqs, f => Assert.InRange(f.GetProperty("aliases").GetArrayLength(), 4, 6));
            Assert.All(faqs, f => Assert.Equal(1, f.GetProperty("revision").GetInt32()));
        }

        Assert.Contains("is there an aclu near me", Aliases(await Json("/v1/faqs/is-there-a-local-aclu-office-in-my-area")));
        Assert.Contains("hay una oficina de la aclu cerca de mí", Aliases(await Json("/v1/faqs/is-there-a-local-aclu-office-in-my-area?lang=es")));
    }

    [Fact]
    public async Task ChangedAliases_AreAMinorEditOfThatLanguageAlone()
    {
        var (before, records) = (await Json(Entry), await this.Records());
        var spanish = await Json(Entry + "?lang=es");

        var report = await Imported("""["  tell me more ", "who can I contact"]""", clock: new Clock("2030-01-01T00:00:00Z"));

        Assert.Equal("aliases.json\n  changed: 1\n    how-do-i-get-more-information (en)\n  unchanged: 0\n", report.ReplaceLineEndings("\n"));
        var after = await Json(Entry);
        Assert.Equal(["tell me more", "who can I contact"], Aliases(after));
        Assert.Equal((2, before.Text("contentHash")), (after.GetProperty("revision").GetInt32(), after.Text("contentHash")));
        Assert.Equal(("2030-01-01T00:00:00Z", before.Text("contentChangedAt")), (after.Text("updatedAt"), after.Text("contentChangedAt")));
        Assert.Equal(["faqs/how-do-i-get-more-information"], await this.ChangedSince(records));
        Assert.Equal(1, (await Json(Entry + "?lang=es")).GetProperty("revision").GetInt32());
        Assert.Equal(Aliases(spanish), Aliases(await Json(Entry + "?lang=es")));
        Assert.Equal("current", (await Json(Entry + "?lang=es")).GetProperty("language").Text("status"));
    }

    [Fact]
    public async Task SameAliasesAgain_ChangeNothing()
    {
        await Imported("""["tell me more"]""");
        var before = await this.Records();

        await Imported("""["tell me more"]""");

        Assert.Empty(await this.ChangedSince(before));
    }

    [Fact]
    public async Task NoAliases_TakeAwayThoseThatWere()
    {
        await Imported("[]");

        Assert.Empty(Aliases(await Json(Entry)));
    }

    [Fact]
    public async Task QuestionOfSeveralEntries_GivesThemToAll()
    {
        await this.Import("# Library FAQ\n\n## How do I get more information?\n\nAsk.");

        await Imported("""["tell me more"]""");

        Assert.Equal(["tell me more"], Aliases(await Json(Entry)));
        Assert.Equal(["tell me more"], Aliases(await Json(Entry + "-2")));
    }

    [Fact]
    public async Task WithdrawnQuestion_IsUnknown()
    {
        await this.Import("# Library FAQ\n\n## May I eat here?\n\nNo.");
        await Given.Withdrawn("faq", "may-i-eat-here");

        await this.Refuses("aliases.json", """{"aliases": {"May I eat here?": ["is food allowed"]}}"""u8.ToArray(), "no published entry asks \"May I eat here?\"");
    }

    [Fact]
    public async Task Document_LeavesThemOrReplacesThem()
    {
        await this.Import("# Library FAQ\n\n## May I eat here?\n\nNo.");
        await this.ImportJson("aliases.json", """{"aliases": {"May I eat here?": ["is food allowed"]}}""");

        await this.Import("# Library FAQ\n\n## May I eat here?\n\nNever.");
        Assert.Equal(["is food allowed"], Aliases(await Json("/v1/faqs/may-i-eat-here")));

        await this.Import("# Library FAQ\n\n## May I eat here?\n\nNever.\n\nAlso asked: can I have lunch here");
        Assert.Equal(["can I have lunch here"], Aliases(await Json("/v1/faqs/may-i-eat-here")));
    }

    [Fact]
    public async Task AliasThatBecomesTheQuestion_IsNoOtherWayAnyMore()
    {
        await this.Import("# Library FAQ\n\n## May I eat here?\n\nNo.\n\nAlso asked: Is food allowed?\nAlso asked: lunch");

        await this.Import("# Library FAQ\n\n## Is food allowed?\n\nNo.");

        var faq = await Json("/v1/faqs/may-i-eat-here");
        Assert.Equal("Is food allowed?", faq.Text("question"));
        Assert.Equal(["lunch"], Aliases(faq));
    }

    internal static string[] Aliases(System.Text.Json.JsonElement faq) => [.. faq.GetProperty("aliases").EnumerateArray().Select(a => a.GetString()!)];

    private Task<string> Imported(string aliases, TimeProvider? clock = null) =>
        this.ImportJson("aliases.json", $$$"""{"aliases": {"How do I get more information?": {{{aliases}}}}}""", clock);
}
