using System.IO.Compression;
using System.Text;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>Writes .docx files from their XML.</summary>
internal sealed record WordFile(string Body)
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    /// <summary>The content of styles, numbering, footnotes, comments, header1 or footer1.</summary>
    public Dictionary<string, string> Parts { get; init; } = [];

    /// <summary>The targets of hyperlinks by their ids.</summary>
    public Dictionary<string, string> Links { get; init; } = [];

    public string Relationships { get; init; } = "";

    public string Core { get; init; } = "";

    /// <summary>What stands before the document's root element.</summary>
    public string Prolog { get; init; } = "";

    /// <summary>Further entries of the archive.</summary>
    public Dictionary<string, byte[]> Entries { get; init; } = [];

    public static string Paragraph(string text, string properties = "", string format = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr>{Run(text, format)}</w:p>";

    public static string Run(string text, string format = "") =>
        $"""<w:r><w:rPr>{format}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public static string Heading(string text, int level = 2) =>
        Paragraph(text, $"""<w:pStyle w:val="Heading{level}"/><w:outlineLvl w:val="{level - 1}"/>""");

    public static string Item(string text, int list = 1, int level = 0, string format = "") =>
        Paragraph(text, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""", format);

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in FindEntries())
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Root(string part) => part switch
    {
        "header1" => "hdr",
        "footer1" => "ftr",
        _ => part,
    };

    private static string Kind(string part) => part.TrimEnd('1');

    private IEnumerable<(string Name, byte[] Content)> FindEntries()
    {
        var overrides = Parts.Keys.Select(p => $"""<Override PartName="/word/{p}.xml" ContentType="{WordType}.{Kind(p)}+xml"/>""");
        yield return Xml("[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="xml" ContentType="application/xml"/>
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml" ContentType="{WordType}.document.main+xml"/>
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            {string.Concat(overrides)}</Types>
            """);
        yield return Xml("_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships">
            <Relationship Id="r1" Type="{Office}/officeDocument" Target="word/document.xml"/>
            <Relationship Id="r2" Type="{Package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """);
        yield return Xml("docProps/core.xml", $"""
            <cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{Core}</cp:coreProperties>
            """);
        var links = Links.Select(l => $"""<Relationship Id="{l.Key}" Type="{Office}/hyperlink" Target="{l.Value}" TargetMode="External"/>""");
        var parts = Parts.Keys.Select(p => $"""<Relationship Id="p-{p}" Type="{Office}/{Kind(p)}" Target="{p}.xml"/>""");
        yield return Xml("word/_rels/document.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships">{string.Concat(links.Concat(parts))}{Relationships}</Relationships>
            """);
        yield return Xml("word/document.xml", $"""
            {Prolog}<w:document xmlns:w="{Word}" xmlns:r="{Office}"><w:body>{Body}</w:body></w:document>
            """);
        foreach (var (part, content) in Parts)
        {
            yield return Xml($"word/{part}.xml", $"""<w:{Root(part)} xmlns:w="{Word}" xmlns:r="{Office}">{content}</w:{Root(part)}>""");
        }

        foreach (var (name, content) in Entries)
        {
            yield return (name, content);
        }
    }

    private static (string Name, byte[] Content) Xml(string name, string content) => (name, Encoding.UTF8.GetBytes(content));
}
