using System.Text;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Files;

/// <summary>Recognises the format of a file by its content, then by its name.</summary>
internal static partial class FileFormatDetector
{
    private const int HeadBytes = 4096;

    private const string CopyTable = "open it in Excel or LibreOffice, copy the table into Word and save it as .docx";

    private const string SaveAsDocx = "open it in Word or LibreOffice and save it as .docx";

    private static readonly (byte[] Start, string Problem)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "is a PDF: open it in Word and save it as .docx, or copy its text into a text file"),
        (@"{\rtf"u8.ToArray(), $"is rich text (RTF): {SaveAsDocx}"),
        ("MIME-Version:"u8.ToArray(), "is a web archive (MHTML): save the page as HTML"),
        ([0x1F, 0x8B], "is a gzip archive: unpack it, or pack the files as .zip"),
        ([0x37, 0x7A, 0xBC, 0xAF], "is a 7z archive: unpack it, or pack the files as .zip"),
        ("Rar!"u8.ToArray(), "is a RAR archive: unpack it, or pack the files as .zip"),
        ([0x89, 0x50, 0x4E, 0x47], $"is an image: {Transcribe}"),
        ([0xFF, 0xD8, 0xFF], $"is an image: {Transcribe}"),
        ("GIF8"u8.ToArray(), $"is an image: {Transcribe}"),
    ];

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".rst"] = $"is reStructuredText: {Convert("rst")}",
        [".adoc"] = $"is AsciiDoc: {Convert("asciidoc")}",
        [".asciidoc"] = $"is AsciiDoc: {Convert("asciidoc")}",
        [".csv"] = $"is a table (CSV): {CopyTable}",
        [".tsv"] = $"is a table (TSV): {CopyTable}",
        [".org"] = $"is an Org file: {Convert("org")}",
        [".tex"] = $"is LaTeX: {Convert("latex")}",
        [".textile"] = $"is Textile: {Convert("textile")}",
        [".mediawiki"] = $"is wiki text: {Convert("mediawiki")}",
        [".wiki"] = $"is wiki text: {Convert("mediawiki")}",
    };

    private static readonly HashSet<string> Binary = new(StringComparer.OrdinalIgnoreCase)
    {
        ".docx", ".docm", ".doc", ".odt", ".pdf", ".pages", ".zip",
    };

    private const string Transcribe = "type its text into a text file";

    /// <exception cref="ImportException">The format isn't supported; the message says what to do.</exception>
    public static FileFormat Detect(string name, byte[] bytes)
    {
        var start = SkipByteOrderMark(bytes);
        foreach (var (signature, problem) in Signatures)
        {
            if (start.StartsWith(signature))
            {
                throw new ImportException($"{name} {problem}.");
            }
        }

        return start switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new ImportException($"{name} {DescribeCompoundFile(name, bytes)}."),
            [0x50, 0x4B, 0x03 or 0x05, 0x04 or 0x06, ..] => DetectArchive(name, bytes),
            _ => DetectText(name, TextDecoder.Decode(name, bytes).Text),
        };
    }

    public static FileFormat DetectText(string name, string text)
    {
        var extension = Path.GetExtension(name);
        if (Extensions.TryGetValue(extension, out var problem))
        {
            throw new ImportException($"{name} {problem}.");
        }

        if (Binary.Contains(extension))
        {
            throw new ImportException($"{name} is text, not what its name says. If it is the right file, rename it to .txt, .md or .html.");
        }

        var head = text[..Math.Min(text.Length, HeadBytes)];
        if (IsHtmlName(extension) ? HtmlTag().IsMatch(text) : HtmlPage().IsMatch(head))
        {
            return FileFormat.Html;
        }

        if (XmlDocument().IsMatch(head))
        {
            throw new ImportException($"{name} is XML: open it in the program that wrote it, and save it as .docx or HTML.");
        }

        if (!IsMarkdownName(extension) && FindMarkup(head) is { } markup)
        {
            throw new ImportException($"{name} {Extensions[markup]}.");
        }

        return FileFormat.Text;
    }

    /// <summary>The extension of the markup that a text is written in; null: none of those that aren't read.</summary>
    private static string? FindMarkup(string head) => head switch
    {
        _ when RstDirective().IsMatch(head) => ".rst",
        _ when WikiHeading().Count(head) > 1 => ".wiki",
        _ when AsciiDocHeading().Count(head) > 1 => ".adoc",
        _ when OrgHeading().Count(head) > 1 => ".org",
        _ => null,
    };

    public static bool IsHtmlName(string extension) =>
        extension.ToLowerInvariant() is ".html" or ".htm" or ".xhtml";

    private static bool IsMarkdownName(string extension) => extension.ToLowerInvariant() is ".md" or ".markdown" or ".mdx";

    private static string Convert(string format) => $"convert it to Markdown, for example with pandoc --from {format} --to gfm";

    private static ReadOnlySpan<byte> SkipByteOrderMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;

    /// <summary>Word, Excel and PowerPoint before 2007, and protected files of today's.</summary>
    private static string DescribeCompoundFile(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
        {
            return "is protected by a password: open it, remove the password and save it again";
        }

        return bytes.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0 || Path.GetExtension(name) is ".doc" or ".dot"
            ? $"is a document of Word 97 to 2003: {SaveAsDocx}"
            : $"is an Office file of 97 to 2003 that isn't a Word document: copy its text into Word and save it as .docx";
    }

    private static FileFormat DetectArchive(string name, byte[] bytes)
    {
        using var archive = BoundedArchive.Open(name, bytes);
        var problem = archive switch
        {
            _ when archive.Has("word/vbaProject.bin") => "contains macros: open it in Word and save it as .docx, without macros",
            _ when archive.Has("word/document.xml") => null,
            _ when archive.Has("xl/workbook.xml") => "is a spreadsheet: copy its text into Word and save it as .docx",
            _ when archive.Has("ppt/presentation.xml") => "is a presentation: copy its text into Word and save it as .docx",
            _ when archive.ReadText("mimetype") is { } type => DescribePackage(type),
            _ when archive.Has("Index/Document.iwa") => "is a Pages document: open it in Pages and export it as .docx",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ImportException($"{name} {problem}.");
        }

        return archive.Has("[Content_Types].xml") || Path.GetExtension(name) is ".docx" ? FileFormat.Docx : FileFormat.Zip;
    }

    private static string DescribePackage(string type) => type switch
    {
        _ when type.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal) => $"is an OpenDocument file: {SaveAsDocx}",
        _ when type.StartsWith("application/epub", StringComparison.Ordinal) => $"is an e-book (EPUB): {SaveAsDocx}",
        _ => $"is a package of the type {type[..Math.Min(type.Length, 60)].Trim()}: save it as .docx",
    };

    // A page, perhaps behind an XML declaration, comments or front matter.
    [GeneratedRegex(
        """\A\s*(---[ \t]*\r?\n(.*\n)*?---\s*)?(<\?xml[^>]*>\s*|<!--(?s:.*?)-->\s*)*<(!doctype\s+html|html|head|body)\b""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HtmlPage();

    [GeneratedRegex(@"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"\A\s*(<\?xml\b|<\!doctype\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex XmlDocument();

    [GeneratedRegex(@"^\.\. ([\w-]+::|_[^\n]+:\s*$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RstDirective();

    [GeneratedRegex(@"^={2,6}[^=\n]+[^=\s]\s*={2,6}[ \t\r]*$", RegexOptions.Multiline, 1000)]
    private static partial Regex WikiHeading();

    [GeneratedRegex(@"^={1,6}[ ][^=\n]+$", RegexOptions.Multiline, 1000)]
    private static partial Regex AsciiDocHeading();

    [GeneratedRegex(@"^\*{2,6}[ ]\S", RegexOptions.Multiline, 1000)]
    private static partial Regex OrgHeading();
}
