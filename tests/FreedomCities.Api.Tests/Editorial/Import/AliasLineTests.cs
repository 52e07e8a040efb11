namespace FreedomCities.Api.Tests.Editorial.Import;

/// <summary>"Also asked" in a document: other ways to ask, and no part of the answer.</summary>
public sealed class AliasLineTests(TestCluster cluster) : Service(cluster)
{
    [Theory]
    [InlineData("Also asked: is food allowed")]
    [InlineData("ALSO ASKED:is food allowed")]
    [InlineData("**Also asked:** is food allowed")]
    [InlineData("**Also asked**: is food allowed")]
    [InlineData("*Also asked:* is   food allowed  ")]
    [InlineData("_Also asked_: is food allowed")]
    [InlineData("**Also asked: is food allowed**")]
    [InlineData("- Also asked: is food allowed")]
    [InlineData("También se pregunta: is food allowed")]
    [InlineData("Tambien se pregunta: is food allowed")]
    [InlineData("**Tambie\u0301n se pregunta:** is food allowed")]
    public async Task Label_MayBeWrittenInManyWays(string line)
    {
        await this.Import($"# Library FAQ\n\n## May I eat here?\n\n{line}\n\nNo.\n\n## May I drink here?\n\nYes.");

        var faqs = await this.Items("/v1/faqs");
        Assert.Equal(["is food allowed"], AliasesTests.Aliases(faqs[0]));
        Assert.Empty(AliasesTests.Aliases(faqs[1]));
        Assert.Equal(["No.", "Yes."], faqs.Select(f => f.Answer("markdown")));
    }

    [Theory]
    [InlineData("## May I eat here?\n\n{0}\n\nNo.\n\nNever.\n\n## May I drink here?\n\nYes.")]
    [InlineData("## May I eat here?\n{0}\nNo.\n\nNever.\n\n## May I drink here?\n\nYes.")]
    [InlineData("## May I eat here?\n\nNo.\n\n{0}\n\nNever.\n\n## May I drink here?\n\nYes.")]
    [InlineData("## May I eat here?\n\nNo.\n{0}\n\nNever.\n\n## May I drink here?\n\nYes.")]
    [InlineData("## May I eat here?\n\nNo.\n\nNever.\n\n{0}\n\n---\n\n## May I drink here?\n\nYes.")]
    [InlineData("**May I eat here?**\n{0}\n\nNo.\n\nNever.\n\n**May I drink here?**\n\nYes.")]
    [InlineData("**May I eat here?**\n\nNo.\n\nNever.\n\n{0}\n\n**May I drink here?**\n\nYes.")]
    [InlineData("Q: May I eat here?\n{0}\nA: No.\n\nNever.\n\nQ: May I drink here?\nA: Yes.")]
    [InlineData("1. May I eat here?\n   {0}\n\n   No.\n\n   Never.\n\n2. May I drink here?\n\n   Yes.")]
    [InlineData("May I eat here?\n\n{0}\n\nNo.\n\nNever.\n\nMay I drink here?\n\nYes.")]
    [InlineData("May I eat here?\n{0}\n\nNo.\n\nNever.\n\nMay I drink here?\n\nYes.")]
    public async Task AliasThatIsAQuestion_IsNoEntryAndLeavesTheAnswerAsItWas(string entries)
    {
        await this.Import("Library FAQ\n\n" + string.Format(System.Globalization.CultureInfo.InvariantCulture, entries, "Also asked: **Is** food allowed?"));

        var faqs = await this.Items("/v1/faqs");
        Assert.Equal(
            [("May I eat here?", "No.\n\nNever."), ("May I drink here?", "Yes.")],
            faqs.Select(f => (f.Text("question"), f.Answer("markdown"))));
        Assert.Equal(["Is food allowed?"], AliasesTests.Aliases(faqs[0]));
    }

    [Fact]
    public async Task SeveralLines_AreAsManyAliasesInTheirOrder()
    {
        await this.Import("# Library FAQ\n\n## May I eat here?\n\nAlso asked: lunch?\nAlso asked: can I bring food?\n\nNo.\n\nAlso asked: dinner?");

        var faq = Assert.Single(await this.Items("/v1/faqs"));
        Assert.Equal(["lunch?", "can I bring food?", "dinner?"], AliasesTests.Aliases(faq));
        Assert.Equal("No.", faq.Answer("markdown"));
    }

    [Fact]
    public async Task LinesAdded_AreAMinorEditWithTheSameHash()
    {
        const string Document = "# Library FAQ\n\n## May I eat here?\n\nNo.\n\nNever.";
        await this.Import(Document, clock: new Clock("2026-01-01T00:00:00Z"));
        var before = await Json("/v1/faqs/may-i-eat-here");

        await this.Import(Document.Replace("No.", "No.\n\nAlso asked: is food allowed", StringComparison.Ordinal), clock: new Clock("2026-01-02T00:00:00Z"));
        var after = await Json("/v1/faqs/may-i-eat-here");
        await this.Import(Document.Replace("No.", "No.\n\nAlso asked: is food allowed", StringComparison.Ordinal), clock: new Clock("2026-01-03T00:00:00Z"));

        Assert.Equal((2, before.Text("contentHash"), before.Text("contentChangedAt")), (after.GetProperty("revision").GetInt32(), after.Text("contentHash"), after.Text("contentChangedAt")));
        Assert.Equal("2026-01-02T00:00:00Z", after.Text("updatedAt"));
        Assert.Equal(after.GetRawText(), (await Json("/v1/faqs/may-i-eat-here")).GetRawText());
    }

    [Theory]
    [InlineData("```\nAlso asked: is food allowed\n```")]
    [InlineData("People also asked: is food allowed")]
    [InlineData("> Also asked: is food allowed")]
    public async Task OtherWords_StayInTheAnswer(string answer)
    {
        await this.Import($"# Library FAQ\n\n## May I eat here?\n\n{answer}");

        var faq = Assert.Single(await this.Items("/v1/faqs"));
        Assert.Equal(answer, faq.Answer("markdown"));
        Assert.Empty(AliasesTests.Aliases(faq));
    }

    [Theory]
    [InlineData("Also asked:", "line 3: the question \"May I eat here?\": another way to ask must be 1 to 500 characters")]
    [InlineData("Also asked: may I EAT here?", "\"may I EAT here?\" is the question itself")]
    [InlineData("Also asked: lunch\nAlso asked: Lunch", "\"lunch\" is there twice")]
    public Task AliasOutOfBounds_IsRefused(string lines, string message) => this.Refuses($"# Library FAQ\n\n## May I eat here?\n\nNo.\n\n{lines}", message);

    [Fact]
    public Task AliasBeforeTheFirstQuestion_IsRefusedWithItsLine() =>
        this.Refuses("# Library FAQ\n\nAlso asked: lunch\n\n## May I eat here?\n\nNo.", "line 3: \"lunch\" is asked before the first question");

    [Fact]
    public Task LinesOfFaults_AreThoseOfTheDocument() =>
        this.Refuses("# Library FAQ\n\n## May I eat here?\n\nAlso asked: lunch\n\nNo.\n\n## May I drink here?\n", "line 9: the question \"May I drink here?\" has no answer");
}
