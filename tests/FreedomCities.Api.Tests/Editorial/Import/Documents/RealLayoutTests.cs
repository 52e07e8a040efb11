using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>The layouts of real documents, each with two questions, in several languages.</summary>
public sealed class RealLayoutTests
{
    private const string HowLong = "How long may I keep a book?";
    private const string WhatCost = "What does a card cost?";

    [Theory]
    [InlineData("anchors in braces.md", "## {0} {{#how-long}}\n\nThree weeks. Longer?\n\n## {1} {{#cost .wide}}\n\nNothing. Sure?")]
    [InlineData("anchors in tags.md", "## <a id=\"q1\"></a>{0}\n\nThree weeks. Longer?\n\n## {1}<a name=\"q2\"></a>\n\nNothing. Sure?")]
    [InlineData("contents of links.md", "- [{0}](#a)\n- [{1}](#b)\n\n## {0}\n\nThree weeks. Longer?\n\n[Up](#top)\n\n## {1}\n\nNothing. Sure?")]
    [InlineData("contents of lines.txt", "{0}\n{1}\n\n**{0}**\n\nThree weeks. Longer?\n\n**{1}**\n\nNothing. Sure?")]
    [InlineData("bold in a list.md", "- **{0}** Three weeks. Longer?\n- **{1}** Nothing. Sure?")]
    [InlineData("details.md", "<details><summary>{0}</summary>\n\nThree weeks. Longer?\n\n</details>\n<details><summary>{1}</summary><p>Nothing. Sure?</p></details>")]
    [InlineData("definitions.md", "{0}\n: Three weeks. Longer?\n\n{1}\n: Nothing. Sure?")]
    [InlineData("numbers.md", "## 1.1 {0}\n\nThree weeks. Longer?\n\n## 1.2 {1}\n\nNothing. Sure?")]
    [InlineData("numbered lines.txt", "1) {0}\nThree weeks. Longer?\n\n2) {1}\nNothing. Sure?")]
    [InlineData("contents with numbers.txt", "Contents\n1. {0}\n2. {1}\n\n\n1. {0}\n   A: Three weeks. Longer?\n\n2. {1}\n   A: Nothing. Sure?")]
    [InlineData("table.md", "| Question | Answer |\n|---|---|\n| {0} | Three weeks. Longer? |\n| {1} | Nothing. Sure? |")]
    [InlineData("front matter.md", "---\nfaqs:\n  - question: {0}\n    answer: Three weeks. Longer?\n  - question: {1}\n    answer: >-\n      Nothing. Sure?\n---")]
    [InlineData("data.yml", "- q: {0}\n  a: Three weeks. Longer?\n- q: {1}\n  a: Nothing. Sure?")]
    [InlineData("toml.md", "+++\ntitle = \"Library\"\n+++\n\n## {0}\n\nThree weeks. Longer?\n\n## {1}\n\nNothing. Sure?")]
    [InlineData("pairs.txt", "Q: {0}\nA: Three weeks. Longer?\nQ: {1}\nA: Nothing. Sure?")]
    [InlineData("numbered pairs.txt", "Q1. {0}\nA1. Three weeks. Longer?\n\nQ2. {1}\nA2. Nothing. Sure?")]
    [InlineData("page.html", "<html><body><nav><a href=\"/\">Home</a></nav><main><dl><dt>{0}<dd>Three weeks. Longer?<dt>{1}<dd>Nothing. Sure?</dl></main><footer>Town</footer></body></html>")]
    [InlineData("bold paragraphs.html", "<p><b>1. {0}</b></p><p>Three weeks. Longer?</p><p><b>2. {1}</b></p><p>Nothing. Sure?</p>")]
    [InlineData("footer.md", "## {0}\n\nThree weeks. Longer?\n\n---\n\n## {1}\n\nNothing. Sure?\n\n---\n\nLast updated in May")]
    public void EveryLayout_GivesBothEntries(string file, string text)
    {
        var document = Read(file, string.Format(null, text, HowLong, WhatCost));

        Assert.Equal(
            [(HowLong, "Three weeks. Longer?"), (WhatCost, "Nothing. Sure?")],
            document.Entries.Select(e => (e.Question, e.Answer)));
    }

    [Theory]
    [InlineData("ar.txt", "س: كم المدة؟\nج: ثلاثة.\nس: كم الثمن؟\nج: لا شيء.", "كم المدة؟", "ثلاثة.")]
    [InlineData("am.txt", "ጥ፡ ለምን ያህል ጊዜ፧\nመ፡ ሦስት።\nጥ፡ ስንት ነው፧\nመ፡ ምንም።", "ለምን ያህል ጊዜ፧", "ሦስት።")]
    [InlineData("el.md", "## Πόσο καιρό\u037e\n\nΤρεις.\n\n## Πόσο κοστίζει\u037e\n\nΤίποτα.", "Πόσο καιρό;", "Τρεις.")]
    [InlineData("hy.md", "**Որքա՞ն ժամանակ**\n\nԵրեք։\n\n**Որքա՞ն արժե**\n\nՈչինչ։", "Որքա՞ն ժամանակ", "Երեք։")]
    [InlineData("ja.md", "## <a id=\"a\">期間は？</a>\n\n三週間。\n\n## 料金は？ 無料ですか？\n\nはい。", "期間は？", "三週間。")]
    [InlineData("zh.md", "**问：多久？**\n\n答：三周。\n\n**问：多少钱？**\n\n答：免费。", "多久？", "三周。")]
    [InlineData("de.txt", "F: Wie lange?\nA: Drei.\nF: Was kostet es?\nA: Nichts.", "Wie lange?", "Drei.")]
    [InlineData("ru.md", "1. Как долго?\n-------\n\nТри.\n\n2. Сколько?\n-------\n\nНичего.", "Как долго?", "Три.")]
    [InlineData("es.md", "1. ¿Cuánto tiempo?\n\n   Tres.\n\n1. ¿Cuánto cuesta?\n\n   Nada.", "¿Cuánto tiempo?", "Tres.")]
    public void EveryScript_HasItsQuestions(string file, string text, string question, string answer)
    {
        var entries = Read(file, text).Entries;

        Assert.Equal(2, entries.Length);
        Assert.Equal((question, answer), (entries[0].Question, entries[0].Answer));
    }

    [Fact]
    public void ManyPairsWithoutBlankLines_AreAsManyEntries()
    {
        var pair = new string('a', 380);
        var text = string.Concat(Enumerable.Range(1, 60).Select(n => $"Q: What is {n}?\nA: {pair} {n}.\n"));

        Assert.Equal(60, Read("pairs.txt", text).Entries.Length);
    }

    [Fact]
    public void HeadingsWithoutQuestionMarks_AreProposedAndTakenOnDemand()
    {
        const string Document =
            "# Stopped\n\n## Carry your documents\n\nAlways.\n\n## Stay silent\n\nYou may.\n\n**Do they have a warrant?** Ask.\n\n## Call\n\nNow.";

        var refusal = Assert.Throws<ImportException>(() => Read("stopped.md", Document));
        Assert.Contains("Found 4 headings, none of which ends in a question mark", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--headings imports the headings as entries", refusal.Message, StringComparison.Ordinal);

        var entries = FaqDocument.Create(DocumentReader.Read("stopped.md", System.Text.Encoding.UTF8.GetBytes(Document)), headings: true).Entries;
        Assert.Equal(["Carry your documents", "Stay silent", "Call"], entries.Select(e => e.Question));
        Assert.Equal("You may.\n\n**Do they have a warrant?** Ask.", entries[1].Answer);
    }

    [Fact]
    public void FormatsOfAnAnswer_AreWrittenAsMarkdown()
    {
        var entry = Assert.Single(Read(
            "formats.md",
            "## What does it cost?\n\n| Card | Price |\n|---|---:|\n| Adult | ~~5~~ 10<br>now |\n\nTwo<br>lines, m<sup>2</sup>, see[^1].\n\n[^1]: Since *May*.").Entries);

        Assert.Equal(
            "| Card | Price |\n| --- | --- |\n| Adult | ~~5~~ 10<br>now |\n\nTwo\\\nlines, m², see (Since *May*.).", entry.Answer);
        Assert.Contains("<td><del>5</del> 10<br />now</td>", FreedomCities.Api.Content.Faqs.Markdown.Render(entry.Answer).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsLeftOut_IsNamedWithItsLine()
    {
        var document = Read(
            "left.md",
            "# Library FAQ\n\nWelcome.\n\n## Books\n\nAbout books.\n\n### How long?\n\nThree weeks.\n\n![A shelf](shelf.png)\n\n<!-- secret -->\n\n<iframe src=\"https://a.example/film\"></iframe>");

        Assert.Equal(
            [
                "line 3: text before the first question: Welcome.", "line 5: section heading: Books",
                "line 7: text before the first question: About books.", "line 13: image: A shelf", "line 15: comment: secret",
                "line 17: frame: https://a.example/film",
            ],
            document.LeftOut.OrderBy(l => l.Position.Number).Select(l => l.ToString()));
    }

    private static FaqDocument Read(string file, string text) =>
        FaqDocument.Create(DocumentReader.Read(file, System.Text.Encoding.UTF8.GetBytes(text)));
}
