using System.Text;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>The layouts of content management systems, site generators and office programs, each with the same two questions.</summary>
public sealed class PublisherLayoutTests
{
    private const string HowLong = "How long may I keep a book?";
    private const string WhatCost = "What does a card cost?";

    [Theory]
    [InlineData("hugo.md", "{{{{< details \"{0}\" >}}}}\nThree weeks. Longer?\n{{{{< /details >}}}}\n{{{{% expand title=\"{1}\" %}}}}\nNothing. Sure?\n{{{{% /expand %}}}}")]
    [InlineData("hugo on one line.md", "{{{{%expand \"{0}\" %}}}}Three weeks. Longer?{{{{% /expand%}}}}\n\n{{{{%expand \"{1}\" %}}}}Nothing. Sure?{{{{% /expand%}}}}")]
    [InlineData("vitepress.md", "::: tip\nWelcome\n:::\n\n::: details {0}\nThree weeks. Longer?\n:::\n::: details {1}\nNothing. Sure?\n:::")]
    [InlineData("mkdocs.md", "??? question \"{0}\"\n\n    Three weeks. Longer?\n\n???+ faq \"{1}\"\n    Nothing. Sure?")]
    [InlineData("mintlify.mdx", "<AccordionGroup>\n  <Accordion title=\"{0}\">\n    Three weeks. Longer?\n  </Accordion>\n  <Accordion icon=\"x\" title=\"{1}\">\n    Nothing. Sure?\n  </Accordion>\n</AccordionGroup>")]
    [InlineData("wordpress.md", "[accordion]\n[item title=\"{0}\"]\nThree weeks. Longer?\n[/item]\n[item title=\"{1}\"]Nothing. Sure?[/item]\n[/accordion]")]
    [InlineData("nested bullets.md", "* Books\n    * **{0}** Three weeks. Longer?\n* Cards\n    * **{1}** Nothing. Sure?")]
    [InlineData("links at the end.md", "## {0}\n\nThree weeks. Longer?\n\n## {1}\n\nNothing. Sure?\n\n## Related links\n\n- [State](https://a.example)")]
    [InlineData("table with numbers.md", "| # | Question | Answer |\n|---|---|---|\n| 1 | {0} | Three weeks. Longer? |\n| 2 | {1} | Nothing. Sure? |")]
    [InlineData("waves.txt", "Library\n*******\n\n{0}\n~~~~~~~~~~~~~~~~~~~~~~~~~~~\n\nThree weeks. Longer?\n\n{1}\n~~~~~~~~~~~~~~~~~~~~~~\n\nNothing. Sure?")]
    [InlineData("lines above and below.txt", "Contents\n  1. Books\n     1.1  {0}\n     1.2  {1}\n\n=====\nBooks\n=====\n\n1.1  {0}\n\n     Three weeks. Longer?\n\n1.2  {1}\n\n     Nothing. Sure?")]
    [InlineData("questions named by keys.yml", "title: Library\nfaq:\n  long:\n    question: {0}\n    answer: Three weeks. Longer?\n  cost:\n    question: {1}\n    answer: Nothing. Sure?")]
    [InlineData("tabs.html", "<ul class='nav nav-tabs' role=tablist><li><a href='#a' role=tab aria-controls=a>Books</a><li><a href='#b' role=tab aria-controls=b>Cards</a></ul><div id=a><h3>{0}</h3><p>Three weeks. Longer?</div><div id=b><h3>{1}</h3><p>Nothing. Sure?</div>")]
    [InlineData("drupal.html", "<div class='field field--name-field-question'><div class=field__label>Question</div><div>{0}</div></div><div class='field field--name-field-answer'><div class=field__label>Answer</div><p>Three weeks. Longer?</div><div class='field field--name-field-question'><div class=field__label>Question</div><div>{1}</div></div><div class='field field--name-field-answer'><div class=field__label>Answer</div><p>Nothing. Sure?</div>")]
    [InlineData("google docs.html", "<style>.c1{{font-weight:400}}.c2{{color:#000;font-weight:700}}</style><p class=c0><span class=c2>{0}</span><p class=c0><span class=c1>Three weeks. Longer?</span><p><span class=c2>{1}</span><p><span class=c1>Nothing. Sure?</span>")]
    [InlineData("feedback.html", "<h1>Library</h1><h2>{0}</h2><p>Three weeks. Longer?<h2>{1}</h2><p>Nothing. Sure?<h2>Was this page helpful?</h2><p>Yes No<h2>Still have questions?</h2><p>Call us.")]
    [InlineData("last update.html", "<h1>Library</h1><h2>{0}</h2><p>Three weeks. Longer?<h2>{1}</h2><p>Nothing. Sure?<p>Last updated: 3 May 2024<div class=article-votes>Was this helpful?</div><div class=social-share>Share</div>")]
    [InlineData("banner.html", "<div class=usa-banner><button aria-expanded=false aria-controls=g>Here’s how you know</button><div id=g><p>Official</div></div><h1>Library</h1><h4><button aria-controls=a>{0}</button></h4><div id=a><p>Three weeks. Longer?</div><h4><button aria-controls=b>{1}</button></h4><div id=b><p>Nothing. Sure?</div>")]
    [InlineData("promotions.html", "<h1>Library</h1><div class='modal fade'><h2>Want our app?</h2><p>Get it.</div><h2>{0}</h2><p>Three weeks. Longer?<h2>{1}</h2><p>Nothing. Sure?<div class=newsletter-signup><h2>Want news?</h2><p>Sign up.</div>")]
    [InlineData("category that folds out.html", "<a data-toggle=collapse href='#c'>Books</a><div id=c><h5>{0}</h5><p>Three weeks. Longer?<h5>{1}</h5><p>Nothing. Sure?</div><p><a href='/more'>More</a>")]
    [InlineData("for search engines.html", "<h1>Library</h1><div id=app></div><script type='application/ld+json'>{{\"@type\":\"FAQPage\",\"mainEntity\":[{{\"@type\":\"Question\",\"name\":\"{0}\",\"acceptedAnswer\":{{\"@type\":\"Answer\",\"text\":\"<p>Three weeks. Longer?</p>\"}}}},{{\"@type\":\"Question\",\"name\":\"{1}\",\"acceptedAnswer\":{{\"@type\":\"Answer\",\"text\":\"Nothing. Sure?\"}}}}]}}</script>")]
    public void EveryLayout_GivesBothEntries(string file, string text) => Assert.Equal(
        [(HowLong, "Three weeks. Longer?"), (WhatCost, "Nothing. Sure?")],
        Read(file, string.Format(null, text, HowLong, WhatCost)).Entries.Select(e => (e.Question, e.Answer)));

    [Theory]
    [InlineData("ja.md", "### 期間はどのくらいですか。\n\n三週間。\n\n### 延長できますか\n\nはい。", "期間はどのくらいですか。", "三週間。")]
    [InlineData("ja.txt", "Ｑ１　期間はいつまでですか。\nＡ１　三週間。\n\nＱ２　料金は。\nＡ２　無料です。", "期間はいつまでですか。", "三週間。")]
    [InlineData("zh.txt", "一、多久？\n答：三周。\n\n二、多少钱？\n答：免费。还有问题吗？请来。", "多久？", "三周。")]
    [InlineData("ar.html", "<h3>١. كم المدة؟</h3><p>ثلاثة.</p><h3>٢. كم الثمن؟</h3><p>لا شيء.</p>", "كم المدة؟", "ثلاثة.")]
    [InlineData("quotes.md", "> How long?\n\nThree.\n\n> What cost?\n\nNone.", "How long?", "Three.")]
    [InlineData("th.md", "**ถาม:** ใครสมัครได้บ้าง\n**ตอบ:** ทุกคน\n\n**ถาม:** เสียค่าใช้จ่ายหรือไม่\n**ตอบ:** ไม่เสีย", "ใครสมัครได้บ้าง", "ทุกคน")]
    [InlineData("es.txt", "1.- ¿Cuánto tiempo?\nR.- Tres.\n\n2.- ¿Cuánto cuesta?\nR.- Nada. ¿Dudas? Llame.", "¿Cuánto tiempo?", "Tres.")]
    public void EveryScript_HasItsQuestions(string file, string text, string question, string answer)
    {
        var entries = Read(file, text).Entries;

        Assert.Equal(2, entries.Length);
        Assert.Equal((question, answer), (entries[0].Question, entries[0].Answer));
    }

    [Theory]
    [InlineData("numbers.txt", "Library\n\n1. How long? Three.\n2. What cost? None.")]
    [InlineData("marks.txt", "Q: How long? Three.\n\nQ: What cost? None.")]
    [InlineData("marks with dashes.txt", "Q - How long?\nA - Three.\n\nQ - What cost?\nA - None.")]
    [InlineData("bullets.md", "- How long? Three.\n- What cost? None.")]
    [InlineData("dots.txt", "\u2022\tHow long?\n\tThree.\n\u2022\tWhat cost?\n\tNone.")]
    [InlineData("roman.txt", "I. How long?\nThree.\n\nII. What cost?\nNone.")]
    [InlineData("letters.txt", "a) How long?\nThree.\n\nb) What cost?\nNone.")]
    [InlineData("degrees.txt", "1\u00b0) How long?\nThree.\n\n2\u00b0) What cost?\nNone.")]
    [InlineData("brackets.txt", "[1.1] How long?\n\nThree.\n\n[1.2] What cost?\n\nNone.")]
    [InlineData("numero.txt", "Question n\u00b0 1 : How long?\nR\u00e9ponse : Three.\n\nQuestion n\u00b0 2 : What cost?\nR\u00e9ponse : None.")]
    [InlineData("stars.txt", "* How long? *\n\nThree.\n\n* What cost? *\n\nNone.")]
    [InlineData("separators.txt", "How long?\nThree.\n--------\nWhat cost?\nNone.\n--------\n")]
    [InlineData("notes.md", "## How long?\n\n!!! note\n    Three.\n\n## What cost?\n\nNone.")]
    [InlineData("marks beside.html", "<div><span>Q</span><p>How long?</div><div><span>A</span><p>Three.</div><div><span>Q</span><p>What cost?</div><div><span>A</span><p>None.</div>")]
    [InlineData("marks before.html", "<dl><dt><span>Q.</span>How long?<dd><span>A.</span>Three.<dt><span>Q.</span>What cost?<dd><span>A.</span>None.</dl>")]
    [InlineData("marks in cells.html", "<table><tr><td>Q1<td>How long?<tr><td>A1<td>Three.<tr><td>Q2<td>What cost?<tr><td>A2<td>None.</table>")]
    [InlineData("two lines.html", "<p><b>How</b><p><b>long?</b><p>Three.<p><b>What cost?</b><p>None.")]
    public void MarksAndNumbers_AreNoPartOfTheQuestion(string file, string text) => Assert.Equal(
        [("How long?", "Three."), ("What cost?", "None.")], Read(file, text).Entries.Select(e => (e.Question, e.Answer)));

    [Theory]
    [InlineData("contact.html", "<h1>Contact</h1><h2>Have a question?</h2><p>Use the form.<h2>Hours</h2><p>9 to 5.<h2>Press</h2><p>Write.")]
    [InlineData("news.html", "<h1>A library</h1><h2>A wait</h2><p>Ten years.<h2>Who paid?</h2><p>The state.<h2>Floors</h2><p>Three.<h2>Books</h2><p>Many.")]
    [InlineData("minutes.txt", "Town council\n\n1. Budget\nThe clerk presented the budget of the year. It was adopted.\n\n2. Any questions from the public?\nNone.")]
    [InlineData("table.csv", "question,answer\nHow long?,Three weeks.\nWhat cost?,Nothing.")]
    public void TextWithAQuestion_IsNoFaq(string file, string text) => Assert.Throws<ImportException>(() => Read(file, text));

    [Theory]
    [InlineData("bold.html", "<p><b>Library</b><p><b>How long?</b><p>Three.<p><b>What cost?</b><p>None.", "Library")]
    [InlineData("table.html", "<table><tr><td>Logo<td>Library FAQ</table><h2>How long?</h2><p>Three.<h2>What cost?</h2><p>None.", "Library FAQ")]
    public void Title_IsFound(string file, string text, string title) => Assert.Equal(title, Read(file, text).Title);

    [Theory]
    [InlineData("https://www.google.com/url?q=https://a.example/b%3Fc%3Dd&amp;sa=D&amp;usg=x", "https://a.example/b?c=d")]
    [InlineData("https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&amp;data=x", "https://a.example/")]
    public void Redirect_IsReplacedByItsTarget(string address, string target)
    {
        var document = Read("page.html", $"<h2>How long?</h2><p><a href='{address}'>Here</a><h2>What cost?</h2><p>None.");

        Assert.Equal($"[Here]({target})", document.Entries[0].Answer);
    }

    [Fact]
    public void LinesOfBoxes_AreThoseOfTheFile()
    {
        var document = Read("hugo.md", "{{%expand \"How long?\" %}}Three.{{% /expand%}}\n{{%expand \"What cost?\" %}}None.{{% /expand%}}\n");

        Assert.Equal([1, 2], document.Entries.Select(e => e.Line));
    }

    private static FaqDocument Read(string file, string text) =>
        FaqDocument.Create(DocumentReader.Read(file, Encoding.UTF8.GetBytes(text)));
}
