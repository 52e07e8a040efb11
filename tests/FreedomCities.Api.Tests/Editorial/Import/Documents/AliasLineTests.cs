using System.Globalization;
using System.Text.Json;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>"Also asked" in a document: other ways to ask, and no part of the answer.</summary>
public sealed class AliasLineTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Alias_IsServedWithItsEntryAndNotInTheAnswer()
    {
        await service.Import(
            "# Library FAQ\n\n## May I eat here?\n\nAlso asked: is food allowed\n\nNo.\n\n## May I drink here?\n\nYes.",
            new ImportOptions { Topic = "served" });

        var faqs = await service.Items("/v1/faqs?topic=served");
        Assert.Equal(["is food allowed"], AliasesTests.Aliases(faqs[0]));
        Assert.Empty(AliasesTests.Aliases(faqs[1]));
        Assert.Equal(["No.", "Yes."], faqs.Select(f => f.Answer("markdown")));
    }

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
    public void Label_MayBeWrittenInManyWays(string line)
    {
        var document = FaqDocument.Parse($"# Library FAQ\n\n## May I eat here?\n\n{line}\n\nNo.\n\n## May I drink here?\n\nYes.");

        Assert.Equal(["is food allowed"], document.Entries[0].Aliases!);
        Assert.Null(document.Entries[1].Aliases);
        Assert.Equal(["No.", "Yes."], document.Entries.Select(e => e.Answer));
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
    public void AliasThatIsAQuestion_IsNoEntryAndLeavesTheAnswerAsItWas(string entries)
    {
        var text = string.Format(CultureInfo.InvariantCulture, entries, "Also asked: **Is** food allowed?");

        var document = FaqDocument.Parse("Library FAQ\n\n" + text);

        Assert.Equal(
            [("May I eat here?", "No.\n\nNever."), ("May I drink here?", "Yes.")],
            document.Entries.Select(e => (e.Question, e.Answer)));
        Assert.Equal(["Is food allowed?"], document.Entries[0].Aliases!);
    }

    [Fact]
    public void SeveralLines_AreAsManyAliasesInTheirOrder()
    {
        var document = FaqDocument.Parse(
            "# Library FAQ\n\n## May I eat here?\n\nAlso asked: lunch?\nAlso asked: can I bring food?\n\nNo.\n\nAlso asked: dinner?");

        var entry = Assert.Single(document.Entries);
        Assert.Equal(["lunch?", "can I bring food?", "dinner?"], entry.Aliases!);
        Assert.Equal("No.", entry.Answer);
    }

    [Fact]
    public async Task LinesAdded_AreAMinorEditWithTheSameHash()
    {
        const string Document = "# Library FAQ\n\n## May I eat here?\n\nNo.\n\nNever.";
        var edited = Document.Replace("No.", "No.\n\nAlso asked: is food allowed", StringComparison.Ordinal);
        var before = await Imported(Document, day: 1);

        var after = await Imported(edited, day: 2);
        var again = await Imported(edited, day: 3);

        Assert.Equal(2, after.GetProperty("revision").GetInt32());
        Assert.Equal(before.Text("contentHash"), after.Text("contentHash"));
        Assert.Equal(before.Text("contentChangedAt"), after.Text("contentChangedAt"));
        Assert.Equal("2026-01-02T00:00:00Z", after.Text("updatedAt"));
        Assert.Equal(after.GetRawText(), again.GetRawText());

        async Task<JsonElement> Imported(string document, int day)
        {
            await service.Import(document, new ImportOptions { Topic = "edited" }, clock: new Clock($"2026-01-0{day}T00:00:00Z"));
            return Assert.Single(await service.Items("/v1/faqs?topic=edited"));
        }
    }

    [Theory]
    [InlineData("```\nAlso asked: is food allowed\n```")]
    [InlineData("People also asked: is food allowed")]
    [InlineData("> Also asked: is food allowed")]
    public void OtherWords_StayInTheAnswer(string answer)
    {
        var entry = Assert.Single(FaqDocument.Parse($"# Library FAQ\n\n## May I eat here?\n\n{answer}").Entries);

        Assert.Equal(answer, entry.Answer);
        Assert.Null(entry.Aliases);
    }

    [Theory]
    [InlineData("Also asked:", "line 3: the question \"May I eat here?\": an alias must have 1 to 500 characters")]
    [InlineData("Also asked: may I EAT here?", "\"may I EAT here?\" is the question itself")]
    [InlineData("Also asked: lunch\nAlso asked: Lunch", "\"lunch\" occurs twice")]
    public void AliasOutOfBounds_IsRefused(string lines, string message) =>
        Refuses($"# Library FAQ\n\n## May I eat here?\n\nNo.\n\n{lines}", message);

    [Fact]
    public Task AliasBeforeTheFirstQuestion_IsRefusedWithItsLine() =>
        service.Refuses(
            "# Library FAQ\n\nAlso asked: lunch\n\n## May I eat here?\n\nNo.",
            "line 3: \"lunch\" is an alias before the first question");

    [Fact]
    public void LinesOfFaults_AreThoseOfTheDocument() =>
        Refuses(
            "# Library FAQ\n\n## May I eat here?\n\nAlso asked: lunch\n\nNo.\n\n## May I drink here?\n",
            "line 9: the question \"May I drink here?\" has no answer");

    private static void Refuses(string document, string message) =>
        Assert.Contains(message, Assert.Throws<ImportException>(() => FaqDocument.Parse(document)).Message, StringComparison.Ordinal);
}
