using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Search;

public sealed class SnippetTests(SnippetTests.Texts service) : IClassFixture<SnippetTests.Texts>
{
    private static readonly string LongWord = new('w', 500);

    private static readonly string Sentence = "Only a subpoena with a signature of the magistrate lets them in.";

    private static readonly string Long =
        $"{Filling("A subpoena is a paper.", 40)} {Sentence} {Filling("A magistrate works at a court.", 40)} Goodbye.";

    [Theory]
    [InlineData("warrant", "😀😀 Ünïcödé — the wárrant, once more the WARRANTS. ", "wárrant|WARRANTS")]
    [InlineData("𐐨𐐩𐐪", "Ein Wort: 𐐨𐐩𐐪 ist da, 𐐪𐐩𐐨 nicht.", "𐐨𐐩𐐪")]
    [InlineData("deretter", "e\u0301e\u0301 deretter\u0301 kommer", "deretter\u0301")]
    [InlineData("haftbefehl", "Ein Haftbefehl\nreicht.", "Haftbefehl")]
    [InlineData("mandat perquisition", "Le mandat de perquisition est signé.", "mandat|perquisition")]
    [InlineData("حقوقي", "نعرف \u200fحُقُوقِي\u200f جيدا.", "حُقُوقِي")]
    [InlineData("צו", "\u202bזה צו של שופט\u202c", "צו")]
    [InlineData("elsewhere", "None of it.", "")]
    public async Task Highlights_AreTheWordsThatMatchInUtf16(string query, string answer, string highlighted)
    {
        var found = await Snippet(query, answer);

        Assert.Equal(highlighted.Split('|', StringSplitOptions.RemoveEmptyEntries), found.Highlighted());
        Assert.Equal(answer.Replace('\n', ' '), found.Snippet().Text("text"));
    }

    [Fact]
    public async Task Text_IsWhatStandsThereAndNoMarkup()
    {
        var tags = await Snippet("passport", "Press <b>passport</b> & \"go\" <script>alert(1)</script>");
        var imported = await service.First("visa stamp", "&types=faq");

        Assert.Equal("Press <b>passport</b> & \"go\" <script>alert(1)</script>", tags.Snippet().Text("text"));
        Assert.Equal(["passport"], tags.Highlighted());
        Assert.Equal("The visa has a stamp, written <i>here & there</i> – see the page.", imported.Snippet().Text("text"));
        Assert.Equal(["visa", "stamp"], imported.Highlighted());
    }

    [Fact]
    public async Task LongAnswer_IsCutToTheBestWindowAtWordBorders()
    {
        var found = await service.First("subpoena signature magistrate");
        var text = found.Snippet().Text("text");
        var cut = text.Trim('…');
        var start = Long.IndexOf(cut, StringComparison.Ordinal);

        Assert.InRange(Long.Length, 5_000, 10_000);
        Assert.Contains(Sentence, text, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "subpoena", "signature", "magistrate" }, found.Highlighted().ToHashSet());
        Assert.True(text.StartsWith('…') && text.EndsWith('…'), text);
        Assert.InRange(text.Length, 150, 240);
        Assert.Equal((true, false), (start > 0, char.IsLetter(Long[start - 1])));
        Assert.False(char.IsLetter(Long[start + cut.Length]) && char.IsLetter(cut[^1]));
    }

    [Theory]
    [InlineData("longish", 0)]
    [InlineData("subpoena paper", 0)]
    [InlineData("goodbye", 1)]
    public async Task LongAnswer_StartsOrEndsWithoutDotsWhereItDoes(string query, int end)
    {
        var text = (await service.First(query)).Snippet().Text("text");

        Assert.True(text.StartsWith('…') == (end == 1), text);
        Assert.True(text.EndsWith('…') == (end == 0), text);
    }

    [Fact]
    public async Task EndlessWord_IsCutAtTheBound()
    {
        var found = await service.First("endless");

        Assert.Equal(LongWord[..238] + "…", found.Snippet().Text("text"));
        Assert.Empty(found.Highlighted());
        Assert.Empty((await service.First(LongWord[..200])).Highlighted());
    }

    [Fact]
    public async Task EndlessEmoji_IsCutBetweenCharacters()
    {
        var text = (await service.First("deseret")).Snippet().Text("text");

        Assert.InRange(text.Length, 200, 240);
        Assert.All(text.TrimEnd('…').Chunk(2), pair => Assert.True(pair.Length == 2 && char.IsSurrogatePair(pair[0], pair[1])));
    }

    [Fact]
    public async Task RecordWithoutText_HasAnEmptySnippet()
    {
        var found = await service.First("bare-resource", "&types=resource");

        Assert.Equal("""{"text":"","highlights":[]}""", found.Snippet().GetRawText());
    }

    [Fact]
    public async Task EveryFound_KeepsThePromisesOfSnippets()
    {
        foreach (var query in new[] { "the page subpoena", "magistrate", "a", LongWord[..100], "works at a court 😀" })
        {
            Assert.All((await service.Search(query, "&limit=50")).GetProperty("items").EnumerateArray(), i => i.Highlighted());
        }
    }

    private async Task<JsonElement> Snippet(string query, string answer)
    {
        var slug = "s-" + Guid.NewGuid().ToString("N");
        await service.Given.Faq(slug, question: "Zzyzx?", answer: answer);
        await service.Finds("zzyzx", found => found.Contains(slug), "&limit=50");
        var items = (await service.Search("zzyzx " + query, "&limit=50")).GetProperty("items").EnumerateArray();
        return items.Single(i => i.Text("slug") == slug);
    }

    private static string Filling(string sentence, int times) =>
        string.Join(' ', Enumerable.Range(0, times).Select(i => $"{sentence} Nothing here says more than that, number {i} of many."));

    public sealed class Texts(TestCluster cluster) : Service(cluster)
    {
        protected override async Task Fill()
        {
            await Given.Faq("long", question: "Is this longish?", answer: Long);
            await Given.Faq("endless", question: "Is it endless?", answer: LongWord);
            await Given.Faq("deseret", question: "Is it deseret?", answer: string.Concat(Enumerable.Repeat("\U00010428", 300)));
            await Given.Resource("bare-resource");
            await this.Import("""
                # Imported

                ## What has a visa?

                The **visa** has a *stamp*, written `<i>here & there</i>` – see [the page](https://example.org/).
                """);
        }
    }
}
