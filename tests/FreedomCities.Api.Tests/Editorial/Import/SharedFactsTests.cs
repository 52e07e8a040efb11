using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import;

/// <summary>What isn't words is the same in all languages, and an affiliate is the same in all its contacts.</summary>
public sealed class SharedFactsTests(RestoredSeed service) : RestoredDatabase<RestoredSeed>(service)
{
    [Fact]
    public async Task PhoneCorrectedInOneLanguage_IsARevisionOfEach()
    {
        await Contacts(new ImportOptions { Language = "es" });
        var before = await Service.Json("/v1/contacts/ana-moran?lang=es");

        await Contacts(new ImportOptions(), ("+15052665915", "+15055550100"));

        foreach (var language in new[] { "en", "es" })
        {
            var contact = await Service.Json($"/v1/contacts/ana-moran?lang={language}");
            Assert.Equal(
                (2, "+15055550100"),
                (contact.GetProperty("revision").GetInt32(), contact.GetProperty("phones")[0].Text("number")));
            Assert.NotEqual(before.Text("contentHash"), contact.Text("contentHash"));
        }
    }

    [Fact]
    public async Task PhoneChangedByAnotherLanguage_IsPutBackByTheFirst()
    {
        await Contacts(new ImportOptions { Language = "es" }, ("+15052665915", "+15055550100"));
        Assert.Equal(2, (await Service.Json("/v1/contacts/ana-moran?lang=en")).GetProperty("revision").GetInt32());

        await Contacts(new ImportOptions());

        Assert.Equal("+15052665915", (await Service.Json("/v1/contacts/ana-moran?lang=en")).GetProperty("phones")[0].Text("number"));
    }

    [Fact]
    public async Task UrlCorrectedInOneLanguage_IsARevisionOfEach()
    {
        await Service.ImportJson(
            "resources.json",
            SeedText("resources.json").Replace("https://peoplepower.org/", "https://people.example/", StringComparison.Ordinal));

        Assert.Equal(2, (await Service.Json("/v1/resources/people-power?lang=es")).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task RenamedAffiliate_NeedsAllItsContacts()
    {
        var renamed = SeedText("contacts.json").Replace("\"ACLU of New Mexico\"", "\"ACLU-NM\"", StringComparison.Ordinal);
        var half = renamed[..renamed.IndexOf(",\n    {\n      \"slug\": \"ana-moran\"", StringComparison.Ordinal)] + "\n  ]\n}\n";

        await Service.Refuses("contacts.json", Bytes(half), "Missing: ana-moran");
        await Service.ImportJson("contacts.json", renamed);

        Assert.All(await Service.Items("/v1/contacts"), c => Assert.Equal(2, c.GetProperty("revision").GetInt32()));
    }

    private Task<string> Contacts(ImportOptions options, params (string From, string To)[] edits) =>
        Service.Import(
            "contacts.json",
            Bytes(edits.Aggregate(SeedText("contacts.json"), (t, e) => t.Replace(e.From, e.To, StringComparison.Ordinal))),
            options);

    private static string SeedText(string name) => EmbeddedFiles.Text("seed/" + name);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
