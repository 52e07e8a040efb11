using System.Text;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

public sealed class FileFormatTests
{
    private const string Cfb = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    [Theory]
    [InlineData("a.md", "# FAQ", false)]
    [InlineData("a.txt", "FAQ", false)]
    [InlineData("a", "FAQ", false)]
    [InlineData("a.html", "<p>FAQ</p>", true)]
    [InlineData("a.html", "FAQ", false)]
    [InlineData("a.txt", "<!-- x -->\n<!DOCTYPE html><html>", true)]
    [InlineData("a.xhtml", "<?xml version='1.0'?><html>", true)]
    [InlineData("a.md", "<details><summary>Q?</summary>A</details>", false)]
    [InlineData("a.md", ".. note:: x", false)]
    public void Text_IsRecognised(string name, string text, bool isHtml) =>
        Assert.Equal(isHtml ? FileFormat.Html : FileFormat.Text, FileFormatDetector.Detect(name, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.md")]
    [InlineData("a.zip")]
    public void WordDocument_IsRecognisedByItsContent(string name) => Assert.Equal(FileFormat.Docx, FileFormatDetector.Detect(name, SampleFiles.Word));

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "is a PDF: open it in Word")]
    [InlineData("a.docx", "%PDF-1.7", "is a PDF")]
    [InlineData("a.rtf", @"{\rtf1", "is rich text (RTF): open it in Word or LibreOffice and save it as .docx")]
    [InlineData("a.doc", Cfb, "is a document of Word 97 to 2003: open it in Word or LibreOffice and save it as .docx")]
    [InlineData("a.docx", Cfb + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "is protected by a password")]
    [InlineData("a.rst", "FAQ", "is reStructuredText: convert it to Markdown")]
    [InlineData("a.txt", "FAQ\n===\n\n.. contents::\n", "is reStructuredText")]
    [InlineData("a.adoc", "= FAQ", "is AsciiDoc")]
    [InlineData("a.org", "* FAQ", "is an Org file")]
    [InlineData("a.xml", "<?xml version='1.0'?><a/>", "is XML")]
    [InlineData("a.mht", "MIME-Version: 1.0", "is a web archive")]
    [InlineData("a.png", "\u0089PNG", "is an image")]
    [InlineData("a.zip", "text", "not what its name says")]
    public void OtherFormat_IsRefusedWithWhatToDo(string name, string content, string message) =>
        Assert.Contains(message, Refuse(name, Encoding.Latin1.GetBytes(content)), StringComparison.Ordinal);

    [Theory]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.text", "is an OpenDocument file: open it in Word or LibreOffice and save it as .docx")]
    [InlineData("mimetype", "application/epub+zip", "is an e-book")]
    [InlineData("xl/workbook.xml", "", "is a spreadsheet")]
    [InlineData("ppt/presentation.xml", "", "is a presentation")]
    [InlineData("word/vbaProject.bin", "", "contains macros")]
    public void OtherPackage_IsRefusedWithWhatToDo(string entry, string content, string message) =>
        Assert.Contains(message, Refuse("a.docx", ZipFile.Create((entry, content))), StringComparison.Ordinal);

    [Fact]
    public void ArchiveOfTexts_IsRecognised() => Assert.Equal(FileFormat.Zip, FileFormatDetector.Detect("a.zip", ZipFile.Create(("a.md", "x"))));

    private static string Refuse(string name, byte[] bytes) =>
        Assert.Throws<ImportException>(() => FileFormatDetector.Detect(name, bytes)).Message;
}
