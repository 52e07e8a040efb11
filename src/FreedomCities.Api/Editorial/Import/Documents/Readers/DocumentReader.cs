using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Metadata;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>Reads a file with the reader of its format.</summary>
internal static class DocumentReader
{
    /// <exception cref="ImportException">The format isn't supported, or the file is damaged.</exception>
    public static SourceDocument Read(string name, byte[] bytes) => FileFormatDetector.Detect(name, bytes) switch
    {
        FileFormat.Docx => DocxReader.Read(name, bytes),
        FileFormat.Html => ReadText(name, bytes, ReadHtml),
        _ => ReadText(name, bytes, text => IsPlain(name) ? MarkdownReader.ReadPlain(text) : MarkdownReader.Read(text)),
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

    private static bool IsPlain(string name) => name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
}
