using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>Reads a file with the reader of its format.</summary>
internal static class DocumentReader
{
    /// <exception cref="ImportException">The format isn't supported, or the file is damaged.</exception>
    public static SourceDocument Read(string name, byte[] bytes)
    {
        if (bytes.Length > ImportFile.MaxBytes)
        {
            throw ImportFile.TooLarge(name);
        }

        return ReadFormat(name, bytes);
    }

    private static SourceDocument ReadFormat(string name, byte[] bytes) => FileFormatDetector.Detect(name, bytes) switch
    {
        FileFormat.Docx => DocxReader.Read(name, bytes),
        FileFormat.Html => ReadText(name, bytes, ReadHtml),
        _ when HasExtension(name, ".yml", ".yaml") => ReadText(name, bytes, ReadYaml),
        _ when HasExtension(name, ".txt", ".text") => ReadText(name, bytes, MarkdownReader.ReadPlain),
        _ => ReadText(name, bytes, MarkdownReader.Read),
    };

    private static SourceDocument ReadText(string name, byte[] bytes, Func<string, SourceDocument> read)
    {
        var decoded = TextDecoder.Decode(name, bytes);
        var document = read(SourceLines.Normalize(decoded.Text));
        return decoded.Encoding == "UTF-8" ? document : document with { Remarks = [.. document.Remarks, $"Read as {decoded.Encoding}."] };
    }

    private static SourceDocument ReadHtml(string text)
    {
        var (metadata, page) = FrontMatter.Split(text);
        var (html, tags) = TemplateTags.Extract(page);
        var document = HtmlReader.ReadPage(html, line => line);
        document = document with { LeftOut = [.. tags, .. document.LeftOut] };
        return metadata is null ? document : MetadataDocument.Merge(metadata, document);
    }

    private static SourceDocument ReadYaml(string text)
    {
        var data = YamlMetadata.Read(text, lineOffset: 0);
        var root = data.Items.Length > 0 ? new MetadataNode(data.Line, null, [], [("list", data)]) : data;
        return MetadataDocument.Merge(root, new SourceDocument { Blocks = [] });
    }

    private static bool HasExtension(string name, params string[] extensions) =>
        extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
