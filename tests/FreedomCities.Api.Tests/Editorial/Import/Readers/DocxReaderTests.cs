using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

public sealed class DocxReaderTests
{
    private const string Styles = """
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Frage"><w:name w:val="Frage"/><w:basedOn w:val="berschrift2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Outline"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Bolder"><w:name w:val="Bolder"/><w:basedOn w:val="Bold"/></w:style>
        <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
        """;

    private const string Numbering = """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
        <w:pPr><w:ind w:left="720"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
        <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """;

    [Theory]
    [InlineData("Titel", "h0 x")]
    [InlineData("berschrift2", "h2 x")]
    [InlineData("Frage", "h2 x")]
    [InlineData("Outline", "h3 x")]
    [InlineData("Bolder", "p {Strong x}")]
    [InlineData("Listed", "- p x")]
    [InlineData("Quote", "> p x")]
    [InlineData("Loop", "p x")]
    [InlineData("Missing", "p x")]
    [InlineData("TOC1", "")]
    public void Style_IsInherited(string style, string expected) =>
        Assert.Equal(expected, ReadBlocks(WordFile.Paragraph("x", $"""<w:pStyle w:val="{style}"/>""")));

    [Theory]
    [InlineData("<w:b/>", "p {Strong x}")]
    [InlineData("""<w:b w:val="0"/>""", "p x")]
    [InlineData("""<w:rStyle w:val="Strong"/>""", "p {Strong x}")]
    [InlineData("""<w:rStyle w:val="Strong"/><w:b w:val="false"/>""", "p x")]
    [InlineData("<w:i/><w:strike/>", "p {Emphasis, Strike x}")]
    [InlineData("""<w:vertAlign w:val="superscript"/>""", "p {Superscript x}")]
    [InlineData("<w:vanish/>", "")]
    public void Format_IsRead(string format, string expected) => Assert.Equal(expected, ReadBlocks(WordFile.Paragraph("x", format: format)));

    [Fact]
    public void BoldOfTheStyle_IsToggledByTheRun() => Assert.Equal(
        "p {Strong a }b",
        ReadBlocks($"""<w:p><w:pPr><w:pStyle w:val="Bold"/></w:pPr>{WordFile.Run("a ")}{WordFile.Run("b", """<w:rStyle w:val="Strong"/>""")}</w:p>"""));

    [Fact]
    public void NumberOfAHeading_IsNoText() => Assert.Equal(
        "h2 May I?", ReadBlocks(WordFile.Paragraph(
            "May I?", """<w:pStyle w:val="berschrift2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>""", "<w:b/>")));

    [Fact]
    public void Lists_AreNested() => Assert.Equal(
        "1. p a\n1. 1. p b\n1. 2. p c\n2. p d\n- p e\n- - p f",
        ReadBlocks(
            WordFile.Item("a") + WordFile.Item("b", level: 1) + WordFile.Item("c", level: 1) + WordFile.Item("d") + WordFile.Item("e", 2)
            + WordFile.Item("f", 2, 1)));

    [Fact]
    public void Numbers_ContinueAfterText() => Assert.Equal(
        "1. p May I?\np Yes.\n2. p How?\n2. p So.\n5. p Other",
        ReadBlocks(
            WordFile.Item("May I?") + WordFile.Paragraph("Yes.") + WordFile.Item("How?") + WordFile.Paragraph("So.", """<w:ind w:left="720"/>""")
            + WordFile.Item("Other", 3)));

    [Fact]
    public void Links_AreReadFromHyperlinksAndFields()
    {
        var file = new WordFile($"""
            <w:p><w:hyperlink r:id="l1">{WordFile.Run("a")}</w:hyperlink> <w:hyperlink w:anchor="b">{WordFile.Run("b")}</w:hyperlink>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://c.ex</w:instrText></w:r>
            <w:r><w:instrText>ample/" \l "d" \o "tip" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
            {WordFile.Run("c")}<w:r><w:fldChar w:fldCharType="end"/></w:r>
            <w:fldSimple w:instr="HYPERLINK mailto:e@f.example">{WordFile.Run("e")}</w:fldSimple>{WordFile.Run("!")}</w:p>
            """) { Links = new() { ["l1"] = "https://a.example/?x=1&amp;y=2" } };

        Assert.Equal(
            "p [a](https://a.example/?x=1&y=2)[b](#b)[c](https://c.example/#d)[e](mailto:e@f.example)!",
            Outline.Write(DocxReader.Read("x.docx", file.Write())));
    }

    [Fact]
    public void LinkToNoUri_IsText() => Assert.Equal(
        "p a",
        Outline.Write(DocxReader.Read("x.docx", new WordFile($"""<w:p><w:hyperlink r:id="l1">{WordFile.Run("a")}</w:hyperlink></w:p>""")
        {
            Links = new() { ["l1"] = "http://exa mple.org:port/" },
        }.Write())));

    [Fact]
    public void Table_IsReadWithItsHeader() => Assert.Equal(
        "th a | b\ntr c | \np only",
        ReadBlocks($"""
            <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("a")}{Cell("b")}</w:tr>
            <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{WordFile.Paragraph("c")}</w:tc></w:tr></w:tbl>
            <w:tbl><w:tr>{Cell("only")}</w:tr></w:tbl>
            """));

    [Fact]
    public void BreaksAndTabs_AreRead() => Assert.Equal(
        "p a b/c\u2011d", ReadBlocks("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"));

    [Fact]
    public void Note_IsReadOnceWithItsLabel()
    {
        const string Reference = """<w:r><w:footnoteReference w:id="7"/></w:r>""";
        var read = DocxReader.Read("x.docx", new WordFile($"<w:p>{WordFile.Run("a")}{Reference}{WordFile.Run("b")}{Reference}</w:p>")
        {
            Parts = new() { ["footnotes"] = $"""<w:footnote w:id="7">{WordFile.Paragraph("Note")}</w:footnote>""" },
        }.Write());

        Assert.Equal("p a[^1]b[^1]", Outline.Write(read));
        var note = Assert.Single(read.Notes);
        Assert.Equal(("1", "p Note"), (note.Label, Outline.Write(note.Blocks)));
    }

    [Fact]
    public void Position_IsTheParagraphsNumber()
    {
        var read = DocxReader.Read("x.docx", new WordFile(WordFile.Paragraph("a") + "<w:p/>" + WordFile.Paragraph("b")).Write());

        Assert.Equal(new SourcePosition(3, "paragraph"), read.Blocks[1].Position);
    }

    private static string Cell(string text) => $"<w:tc>{WordFile.Paragraph(text)}</w:tc>";

    private static string ReadBlocks(string body) => Outline.Write(DocxReader.Read("x.docx", new WordFile(body)
    {
        Parts = new() { ["styles"] = Styles, ["numbering"] = Numbering },
    }.Write()));
}
