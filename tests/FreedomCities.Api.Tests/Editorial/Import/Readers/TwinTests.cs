using System.Text;
using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>The same content gives the same entries, whatever its format is.</summary>
public sealed class TwinTests
{
    private const string Markdown = """
        # Library FAQ

        ## How long may I keep a book?

        Three **weeks**, see [the rules](https://a.example/rules) or write to <desk@a.example>.

        1. Bring it.
        2. Return it:
           - by day
           - by night

        > Ask *before*.

        ## What does a card cost?

        Nothing for 5 * 2 days_or_more.\
        Then H<sub>2</sub>O and ~~old~~ rules.

        | Age | Fee |
        | --- | --- |
        | 18 | **0** |
        """;

    private const string Html = """
        <html><body><h1>Library FAQ</h1><h2>How long may I keep a book?</h2>
        <p>Three <b>weeks</b>, see <a href="https://a.example/rules">the rules</a> or write to <a href="mailto:desk@a.example">desk@a.example</a>.</p>
        <ol><li>Bring it.<li>Return it:<ul><li>by day<li>by night</ul></ol><blockquote>Ask <i>before</i>.</blockquote>
        <h2>What does a card cost?</h2><p>Nothing for 5 * 2 days_or_more.<br>Then H<sub>2</sub>O and <s>old</s> rules.
        <table><tr><th>Age<th>Fee<tr><td>18<td><b>0</b></table></body></html>
        """;

    private static readonly string[] Expected = [.. ReadEntries("faq.md", Encoding.UTF8.GetBytes(Markdown))];

    [Fact]
    public void WordDocument_GivesTheEntriesOfItsMarkdown()
    {
        Assert.Equal(2, Expected.Length);
        Assert.Equal(Expected, ReadEntries("faq.docx", CreateWord().Write()));
    }

    [Fact]
    public void HtmlPage_GivesTheEntriesOfItsMarkdown() => Assert.Equal(Expected, ReadEntries("faq.html", Encoding.UTF8.GetBytes(Html)));

    private static IEnumerable<string> ReadEntries(string name, byte[] bytes) =>
        FaqDocument.Create(DocumentReader.Read(name, bytes)).Entries.Select(e => $"{e.Question}\n{e.Answer}\n{ContentHash.Compute(e.Question, e.Answer)}");

    private static WordFile CreateWord() => new(
        WordFile.Paragraph("Library FAQ", """<w:pStyle w:val="T"/>""")
        + WordFile.Heading("How long may I keep a book?")
        + $"""
          <w:p>{WordFile.Run("Three ")}{WordFile.Run("weeks", "<w:b/>")}{WordFile.Run(", see ")}<w:hyperlink r:id="l1">{WordFile.Run("the rules")}</w:hyperlink>
          {WordFile.Run(" or write to ")}<w:hyperlink r:id="l2">{WordFile.Run("desk@")}{WordFile.Run("a.example")}</w:hyperlink>{WordFile.Run(".")}</w:p>
          """
        + WordFile.Item("Bring it.") + WordFile.Item("Return it:") + WordFile.Item("by day", level: 1) + WordFile.Item("by night", level: 1)
        + $"""<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr>{WordFile.Run("Ask ")}{WordFile.Run("before", "<w:i/>")}{WordFile.Run(".")}</w:p>"""
        + WordFile.Heading("What does a card cost?")
        + $"""
          <w:p>{WordFile.Run("Nothing for 5 * 2 days_or_more.")}<w:r><w:br/></w:r>{WordFile.Run("Then H")}
          {WordFile.Run("2", """<w:vertAlign w:val="subscript"/>""")}{WordFile.Run("O and ")}{WordFile.Run("old", "<w:strike/>")}{WordFile.Run(" rules.")}</w:p>
          <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("Age")}{Cell("Fee")}</w:tr><w:tr>{Cell("18")}{Cell("0", "<w:b/>")}</w:tr></w:tbl>
          """)
    {
        Links = new() { ["l1"] = "https://a.example/rules", ["l2"] = "mailto:desk@a.example" },
        Parts = new()
        {
            ["styles"] = """
                <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
                <w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
                """,
            ["numbering"] = """
                <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>
                <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
                """,
        },
    };

    private static string Cell(string text, string format = "") => $"<w:tc>{WordFile.Paragraph(text, format: format)}</w:tc>";
}
