using System.Text.Json;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

public sealed class CorrectedSeedTests(RestoredSeed service) : RestoredDatabase<RestoredSeed>(service)
{
    private const string GuideEntry = "where-can-i-learn-more-about-people-power-or-find-the-resistance-training";

    [Fact]
    public async Task SeedAgain_ChangesNothing()
    {
        var before = await Service.Records();

        foreach (var name in new[]
        {
            "contacts.json",
            "resources.json",
            "freedom-cities-faq.txt",
            "freedom-cities-faq.es.txt",
            "aliases.json",
        })
        {
            var report = await Service.ImportSeed(name);
            Assert.Matches(@"\b(created: 0\n\s+)?changed: 0\n\s+unchanged: [1-9]", report);
        }

        Assert.Equal(5 + 1 + 12 + 4, before.Count);
        Assert.Empty(await Service.ChangedSince(before));
    }

    [Fact]
    public async Task CorrectedPhone_ChangesExactlyThatContact()
    {
        var before = await Service.Records();

        var report = await Corrected("contacts.json", ("+15753733789", "+15755550100"));

        Assert.Equal(["contacts/cynthia-pompa"], await Service.ChangedSince(before));
        var contact = await Service.Json("/v1/contacts/cynthia-pompa");
        Assert.Equal(
            (2, "tel:+1-575-555-0100", "(575) 555-0100"),
            (
                contact.GetProperty("revision").GetInt32(),
                contact.GetProperty("phones")[0].Text("uri"),
                contact.GetProperty("phones")[0].Text("display")));
        Assert.Contains(
            "answers that mention a changed contact (check them): 1\n    how-do-i-get-more-information\n",
            report,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task CorrectedContact_IsStillTheOneThatTheUnchangedDocumentMeans()
    {
        await Corrected("contacts.json", ("+15753733789", "+15755550100"), ("cpompa@aclu-nm.org", "office@aclu-nm.org"));
        var corrected = await Service.Records();

        var report = await Service.ImportSeed("freedom-cities-faq.txt");

        Assert.Contains("unchanged: 5", report, StringComparison.Ordinal);
        Assert.Contains("(575) 373-3789: unknown", report, StringComparison.Ordinal);
        Assert.Empty(await Service.ChangedSince(corrected));
        Assert.Equal(["cynthia-pompa", "ana-moran"], (await Service.Json("/v1/faqs/how-do-i-get-more-information")).Referred("contacts"));
    }

    [Fact]
    public async Task UrlOfAPlaceholder_MakesItALinkInTheAnswer()
    {
        var before = await Service.Records();

        var report = await Corrected("resources.json", ("\"url\": null", "\"url\": \"https://guide.example/\""));

        Assert.Equal([$"faqs/{GuideEntry}", "resources/freedom-cities-action-guide"], await Service.ChangedSince(before));
        var (faq, guide) = (await Service.Json($"/v1/faqs/{GuideEntry}"), await Service.Json("/v1/resources/freedom-cities-action-guide"));
        Assert.Equal(
            ("https://guide.example/", "unchecked", 2),
            (guide.Text("url"), guide.Text("linkState"), guide.GetProperty("revision").GetInt32()));
        Assert.EndsWith("here: [Freedom Cities Action Guide](<https://guide.example/>)", faq.Answer("markdown"), StringComparison.Ordinal);
        Assert.EndsWith(
            "here: <a href=\"https://guide.example/\">Freedom Cities Action Guide</a></p>",
            faq.Answer("html"),
            StringComparison.Ordinal);
        Assert.Equal(2, faq.GetProperty("revision").GetInt32());
        Assert.Contains($"answers with updated links: 2\n    {GuideEntry} (en)\n    {GuideEntry} (es)\n", report, StringComparison.Ordinal);
        Assert.EndsWith(
            "aquí: [Guía de acción de las Ciudades de la Libertad](<https://guide.example/>)",
            (await Service.Json($"/v1/faqs/{GuideEntry}?lang=es")).Answer("markdown"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task CorrectedUrl_StandsInTheAnswerAndStaysWhenTheDocumentIsImportedAgain()
    {
        await Corrected("resources.json", ("https://peoplepower.org/", "https://people.example/power"));
        var corrected = await Service.Records();
        var faq = await Service.Json($"/v1/faqs/{GuideEntry}");
        Assert.Contains(
            "<a href=\"https://people.example/power\">https://people.example/power</a>",
            faq.Answer("html"),
            StringComparison.Ordinal);
        Assert.Equal("https://people.example/power", faq.GetProperty("resources")[0].Text("url"));

        var report = await Service.ImportSeed("freedom-cities-faq.txt");

        Assert.Contains("unchanged: 5", report, StringComparison.Ordinal);
        Assert.Empty(await Service.ChangedSince(corrected));
    }

    [Fact]
    public async Task CorrectionTakenBack_RestoresTheWordsUnderANewRevision()
    {
        var before = await Service.Json($"/v1/faqs/{GuideEntry}");
        await Corrected("resources.json", ("https://peoplepower.org/", "https://people.example/power"));

        await Service.ImportSeed("resources.json");

        var faq = await Service.Json($"/v1/faqs/{GuideEntry}");
        Assert.Equal(
            (before.Answer("html"), before.Text("contentHash"), 3),
            (faq.Answer("html"), faq.Text("contentHash"), faq.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task ContactLeftOut_IsReportedAndUnchanged()
    {
        var before = await Service.Records();
        var contacts = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(EmbeddedFiles.Text("seed/contacts.json"))!;
        contacts["contacts"] =
            JsonSerializer.SerializeToElement(contacts["contacts"].EnumerateArray().Where(c => c.Text("slug") != "ana-moran"));

        var report = await Service.ImportJson("contacts.json", JsonSerializer.Serialize(contacts));

        Assert.Contains("no longer in the file (still published): 1\n    ana-moran\n", report, StringComparison.Ordinal);
        Assert.Empty(await Service.ChangedSince(before));
    }

    [Fact]
    public async Task OfficeThatMovesToAnotherAffiliate_TakesItsPersonsAlong()
    {
        await Corrected("contacts.json", ("aclu-new-mexico", "another-affiliate"));

        Assert.Equal(4, (await Service.Slugs("/v1/contacts?affiliate=another-affiliate")).Length);
    }

    private Task<string> Corrected(string name, params (string From, string To)[] corrections) =>
        Service.ImportJson(name, corrections.Aggregate(EmbeddedFiles.Text("seed/" + name), (text, c) =>
        {
            Assert.Contains(c.From, text, StringComparison.Ordinal);
            return text.Replace(c.From, c.To, StringComparison.Ordinal);
        }));
}
