namespace FreedomCities.Api.Tests.Editorial.Import;

/// <summary>aliases.json: other ways that people ask a published question.</summary>
public sealed class AliasesTests(RestoredSeed service) : RestoredDatabase<RestoredSeed>(service)
{
    private const string Entry = "/v1/faqs/how-do-i-get-more-information";

    [Fact]
    public async Task SeedsQuestions_HaveAliasesInBothLanguages()
    {
        foreach (var language in new[] { "en", "es" })
        {
            var faqs = await Service.Items($"/v1/faqs?lang={language}");
            Assert.Equal(5, faqs.Length);
            Assert.All(faqs, f => Assert.InRange(f.GetProperty("aliases").GetArrayLength(), 4, 6));
            Assert.All(faqs, f => Assert.Equal(1, f.GetProperty("revision").GetInt32()));
        }

        const string Office = "/v1/faqs/is-there-a-local-aclu-office-in-my-area";
        Assert.Contains("is there an aclu near me", Aliases(await Service.Json(Office)));
        Assert.Contains("hay una oficina de la aclu cerca de mí", Aliases(await Service.Json(Office + "?lang=es")));
    }

    [Fact]
    public async Task ChangedAliases_AreAMinorEditOfThatLanguageAlone()
    {
        var (before, records) = (await Service.Json(Entry), await Service.Records());
        var spanish = await Service.Json(Entry + "?lang=es");

        var report = await Imported("""["  tell me more ", "who can I contact"]""", clock: new Clock("2030-01-01T00:00:00Z"));

        Assert.Equal(
            "aliases.json\n  changed: 1\n    how-do-i-get-more-information (en)\n  unchanged: 0\n",
            report.ReplaceLineEndings("\n"));
        var after = await Service.Json(Entry);
        Assert.Equal(["tell me more", "who can I contact"], Aliases(after));
        Assert.Equal((2, before.Text("contentHash")), (after.GetProperty("revision").GetInt32(), after.Text("contentHash")));
        Assert.Equal(("2030-01-01T00:00:00Z", before.Text("contentChangedAt")), (after.Text("updatedAt"), after.Text("contentChangedAt")));
        Assert.Equal(["faqs/how-do-i-get-more-information"], await Service.ChangedSince(records));
        Assert.Equal(1, (await Service.Json(Entry + "?lang=es")).GetProperty("revision").GetInt32());
        Assert.Equal(Aliases(spanish), Aliases(await Service.Json(Entry + "?lang=es")));
        Assert.Equal("current", (await Service.Json(Entry + "?lang=es")).GetProperty("language").Text("status"));
    }

    [Fact]
    public async Task SameAliasesAgain_ChangeNothing()
    {
        await Imported("""["tell me more"]""");
        var before = await Service.Records();

        await Imported("""["tell me more"]""");

        Assert.Empty(await Service.ChangedSince(before));
    }

    [Fact]
    public async Task NoAliases_TakeAwayThoseThatWere()
    {
        await Imported("[]");

        Assert.Empty(Aliases(await Service.Json(Entry)));
    }

    [Fact]
    public async Task QuestionOfSeveralEntries_GivesThemToAll()
    {
        await Service.Import("# Library FAQ\n\n## How do I get more information?\n\nAsk.");

        await Imported("""["tell me more"]""");

        Assert.Equal(["tell me more"], Aliases(await Service.Json(Entry)));
        Assert.Equal(["tell me more"], Aliases(await Service.Json(Entry + "-2")));
    }

    [Fact]
    public async Task WithdrawnQuestion_IsUnknown()
    {
        await Service.Import("# Library FAQ\n\n## May I eat here?\n\nNo.");
        await Service.Given.Withdrawn("faq", "may-i-eat-here");

        await Service.Refuses(
            "aliases.json",
            """{"aliases": {"May I eat here?": ["is food allowed"]}}"""u8.ToArray(),
            "no published entry has the question \"May I eat here?\"");
    }

    [Fact]
    public async Task Document_LeavesThemOrReplacesThem()
    {
        await Service.Import("# Library FAQ\n\n## May I eat here?\n\nNo.");
        await Service.ImportJson("aliases.json", """{"aliases": {"May I eat here?": ["is food allowed"]}}""");

        await Service.Import("# Library FAQ\n\n## May I eat here?\n\nNever.");
        Assert.Equal(["is food allowed"], Aliases(await Service.Json("/v1/faqs/may-i-eat-here")));

        await Service.Import("# Library FAQ\n\n## May I eat here?\n\nNever.\n\nAlso asked: can I have lunch here");
        Assert.Equal(["can I have lunch here"], Aliases(await Service.Json("/v1/faqs/may-i-eat-here")));
    }

    [Fact]
    public async Task AliasThatBecomesTheQuestion_IsNoOtherWayAnyMore()
    {
        await Service.Import("# Library FAQ\n\n## May I eat here?\n\nNo.\n\nAlso asked: Is food allowed?\nAlso asked: lunch");

        await Service.Import("# Library FAQ\n\n## Is food allowed?\n\nNo.");

        var faq = await Service.Json("/v1/faqs/may-i-eat-here");
        Assert.Equal("Is food allowed?", faq.Text("question"));
        Assert.Equal(["lunch"], Aliases(faq));
    }

    internal static string[] Aliases(System.Text.Json.JsonElement faq) =>
        [.. faq.GetProperty("aliases").EnumerateArray().Select(a => a.GetString()!)];

    private Task<string> Imported(string aliases, TimeProvider? clock = null) =>
        Service.ImportJson("aliases.json", $$$"""{"aliases": {"How do I get more information?": {{{aliases}}}}}""", clock);
}
