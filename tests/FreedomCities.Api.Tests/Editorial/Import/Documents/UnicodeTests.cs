using System.Text;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>Normalisation form C on the way in, and nothing else: letters, marks and directions are the author's.</summary>
public sealed class UnicodeTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    // With RIGHT-TO-LEFT MARK, LEFT-TO-RIGHT MARK, EMBEDDING and ISOLATE, also behind the question mark.
    [Theory]
    [InlineData(
        "ar",
        "الأسئلة الشائعة",
        "ما هي مدينة الحرية\u200F؟\u200F",
        "اتصل على \u202A(505) 266-5915\u202C أو \u2066ACLU-NM\u2069\u200F.")]
    [InlineData("he", "שאלות נפוצות", "מהי עיר חופש (\u200EACLU\u200E)?\u200F", "התקשרו אל \u2068ACLU\u2069, \u202Bתודה\u202C!\u200F")]
    public async Task RightToLeftText_PassesByteForByte(string language, string title, string question, string answer)
    {
        await Service.Import($"# {title}\n\n## {question}\n\n{answer}", new ImportOptions { Language = language, Topic = "rtl" });

        using var response = await Service.Get($"/v1/faqs?topic=rtl&lang={language}");
        var body = await response.Content.ReadAsByteArrayAsync();
        var faq = Assert.Single((await Service.ReadJson(response)).GetProperty("items").EnumerateArray());
        Assert.True(body.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"question\":\"{question}\"")) > 0, Encoding.UTF8.GetString(body));
        Assert.Equal((answer, answer, $"<p>{answer}</p>"), (faq.Answer("markdown"), faq.Answer("text"), faq.Answer("html")));
        Assert.Equal(language, Service.Header(response, "Content-Language"));
        Assert.Equal(title, faq.GetProperty("topics")[0].Text("name"));
    }

    [Fact]
    public async Task Document_IsStoredInFormC()
    {
        await Service.Import(
            "# Biblioteca Gonza\u0301lez\n\n## ¿Que\u0301 es?\n\nUna bibliotéca pequen\u0303a.\n\nTambie\u0301n se pregunta: que\u0301 "
                + "sera\u0301".Normalize(NormalizationForm.FormD),
            new ImportOptions { Language = "es", SourceTitle = "Pequen\u0303a" });

        var faq = Assert.Single(await Service.Items("/v1/faqs"));
        Assert.Equal(
            ("¿Qué es?", "Una bibliotéca pequeña.", "qué será"),
            (faq.Text("question"), faq.Answer("markdown"), Assert.Single(AliasesTests.Aliases(faq))));
        Assert.Equal(
            ("Biblioteca González", "Pequeña"),
            (faq.GetProperty("topics")[0].Text("name"), faq.GetProperty("trust").GetProperty("source").Text("title")));
    }

    // Written as they are, and with \u.
    [Theory]
    [InlineData("n\u0303")]
    [InlineData("n\\u0303")]
    public async Task JsonFiles_AreStoredInFormC(string letter)
    {
        await Service.ImportJson("contacts.json", $$$"""
            {"affiliates": [{"slug": "a", "name": "A{{{letter}}}"}], "contacts": [{"slug": "c", "kind": "office", "name": "C{{{letter}}}", "affiliate": "a",
              "location": {"city": "Espa{{{letter}}}ola"}, "source": {"title": "S{{{letter}}}"}}]}
            """);
        await Service.ImportJson("resources.json", $$$"""
            {"resources": [{"slug": "r", "kind": "guide", "title": "R{{{letter}}}", "source": {"title": "S"}, "translations": {"es": {"title": "T{{{letter}}}"} } }]}
            """);
        await Service.Import("# Library FAQ\n\n## Señor?\n\nNo.");
        await Service.ImportJson("aliases.json", $$$"""{"aliases": {"Se{{{letter}}}or?": ["a{{{letter}}}"]}}""");

        var contact = await Service.Json("/v1/contacts/c");
        Assert.Equal(
            ("Añ", "Cñ", "Sñ"),
            (
                contact.GetProperty("affiliate").Text("name"),
                contact.Text("name"),
                contact.GetProperty("trust").GetProperty("source").Text("title")));
        Assert.Equal("Rñ", (await Service.Json("/v1/resources/r")).Text("title"));
        Assert.Equal("Tñ", (await Service.Json("/v1/resources/r?lang=es")).Text("title"));
        Assert.Equal(["añ"], AliasesTests.Aliases(await Service.Json("/v1/faqs/senor")));
        Assert.Equal(["c"], await Service.Slugs("/v1/contacts?city=ESPAN%CC%83OLA"));
    }

    [Fact]
    public Task QuestionsThatAreTheSameInFormC_AreTheSame() =>
        Service.Refuses(
            "aliases.json",
            Encoding.UTF8.GetBytes("""{"aliases": {"Sen\u0303or?": ["a"], "Señor?": ["b"]}}"""),
            "$.aliases.Señor?, line 1: Duplicate");
}
