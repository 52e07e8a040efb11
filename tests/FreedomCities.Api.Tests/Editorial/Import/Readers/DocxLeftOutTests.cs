using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Readers;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>What of a Word document is no text, tracked changes, and what it declares.</summary>
public sealed class DocxLeftOutTests
{
    [Fact]
    public void Surroundings_AreLeftOut()
    {
        var read = Read(new WordFile($"""{WordFile.Paragraph("a")}<w:p>{WordFile.Run("b")}<w:r><w:commentReference w:id="4"/></w:r></w:p>""")
        {
            Parts = new()
            {
                ["comments"] = $"""<w:comment w:id="4">{WordFile.Paragraph("Really?")}</w:comment>""",
                ["header1"] = WordFile.Paragraph("Head"),
                ["footer1"] = WordFile.Paragraph("Foot"),
            },
        });

        Assert.Equal("p a\np b", Outline.Write(read));
        Assert.Equal(["2 comment: Really?", "1 page header: Head", "1 page footer: Foot"], Outline.WriteLeftOut(read));
    }

    [Fact]
    public void TrackedChanges_AreTakenAsAccepted()
    {
        var read = Read(new WordFile($"""
            <w:p>{WordFile.Run("a ")}<w:ins w:id="1">{WordFile.Run("new ")}</w:ins>
            <w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>{WordFile.Run("b")}</w:p>
            <w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{WordFile.Run("c ")}</w:p>{WordFile.Paragraph("d")}
            <w:tbl><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>{WordFile.Paragraph("row")}</w:tc></w:tr></w:tbl>
            """));

        Assert.Equal("p a new b\np c d", Outline.Write(read));
        Assert.Equal(["1 deleted text: old", "3 deleted text: row"], Outline.WriteLeftOut(read));
        Assert.Equal(["Tracked changes are taken as accepted."], read.Remarks);
    }

    [Fact]
    public void ContentsList_IsLeftOut()
    {
        const string Field = """<w:r><w:fldChar w:fldCharType="{0}"/></w:r>""";
        var read = Read(new WordFile($"""
            <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
            <w:sdtContent>{WordFile.Paragraph("May I? 1")}</w:sdtContent></w:sdt>
            <w:p>{Field.Replace("{0}", "begin", StringComparison.Ordinal)}<w:r><w:instrText>TOC \o</w:instrText></w:r>
            {Field.Replace("{0}", "separate", StringComparison.Ordinal)}{WordFile.Run("How? 2")}</w:p>
            <w:p>{WordFile.Run("When? 3")}{Field.Replace("{0}", "end", StringComparison.Ordinal)}</w:p>
            {WordFile.Paragraph("Text")}
            """));

        Assert.Equal("p Text", Outline.Write(read));
        Assert.Equal(["contents list: May I? 1", "contents list: How? 2", "contents list: When? 3"], Outline.WriteLeftOut(read).Select(l => l[2..]));
    }

    [Fact]
    public void ImagesTextBoxesAndHiddenText_AreLeftOut()
    {
        const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
        var read = Read(new WordFile($"""
            <w:p><w:r><w:drawing><wp:inline xmlns:wp="{Drawing}"><wp:docPr id="1" name="Picture 1" descr="A map"/></wp:inline></w:drawing></w:r>
            <w:r><w:pict><w:txbxContent>{WordFile.Paragraph("box")}</w:txbxContent></w:pict></w:r>
            {WordFile.Run("hidden", "<w:vanish/>")}{WordFile.Run("shown")}</w:p>
            """));

        Assert.Equal("p shown", Outline.Write(read));
        Assert.Equal(["1 image: A map", "1 text box: box", "1 hidden text: hidden"], Outline.WriteLeftOut(read));
    }

    [Fact]
    public void InstructionWithoutEnd_HidesNoFurtherParagraph() => Assert.Equal(
        "p Text", Outline.Write(Read(new WordFile($"""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>{WordFile.Paragraph("Text")}"""))));

    [Fact]
    public void ExternalContent_IsReportedAndNotLoaded()
    {
        const string Type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
        var read = Read(new WordFile(WordFile.Paragraph("a"))
        {
            Relationships = $"""<Relationship Id="x" Type="{Type}" Target="http://127.0.0.1:9/a.png" TargetMode="External"/>""",
        });

        Assert.Equal(["External content isn't loaded: http://127.0.0.1:9/a.png"], read.Remarks);
    }

    [Fact]
    public void Properties_AreDeclared()
    {
        var read = Read(new WordFile(
            WordFile.Paragraph("Una pregunta", format: """<w:lang w:val="es-MX"/>""") + WordFile.Paragraph("One", format: """<w:lang w:val="en-US"/>"""))
        {
            Core = """
                <dc:title> Library </dc:title>
                <dcterms:created xsi:type="dcterms:W3CDTF">2019-01-02T00:00:00Z</dcterms:created>
                <dcterms:modified xsi:type="dcterms:W3CDTF">2020-01-02T03:04:05Z</dcterms:modified>
                """,
        });

        Assert.Equal(("Library", "es-MX", new DateOnly(2020, 1, 2)), (read.Title, read.Language, read.Date));
    }

    private static SourceDocument Read(WordFile file) => DocxReader.Read("x.docx", file.Write());
}
