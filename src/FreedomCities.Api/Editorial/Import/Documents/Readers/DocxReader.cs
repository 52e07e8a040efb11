using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers;

/// <summary>Reads a Word document (.docx).</summary>
internal static class DocxReader
{
    /// <exception cref="ImportException">The file is damaged, too large, or has macros.</exception>
    public static SourceDocument Read(string name, byte[] bytes)
    {
        try
        {
            using var package = DocxPackage.Open(name, bytes);
            return Read(package) ?? throw new ImportException($"{name} is no Word document: it has no text part.");
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new ImportException($"{name} is a damaged .docx file: open it in Word or LibreOffice and save it again.");
        }
    }

    private static SourceDocument? Read(WordprocessingDocument package)
    {
        if (package.MainDocumentPart is not { Document.Body: { } body } document)
        {
            return null;
        }

        var source = new DocxSource(document);
        var blocks = new BodyReader(source).Read(body);
        var notes = source.ReadNotes();
        source.LeaveOutSurroundings();
        var properties = package.PackageProperties;
        return new SourceDocument
        {
            Blocks = blocks,
            Notes = notes,
            LeftOut = [.. source.LeftOut],
            Title = string.IsNullOrWhiteSpace(properties.Title) ? null : properties.Title.Trim(),
            Language = source.Languages.Most ?? properties.Language,
            Date = (properties.Modified ?? properties.Created) is { } time ? DateOnly.FromDateTime(time) : null,
            Remarks = [.. FindRemarks(source, document)],
        };
    }

    private static IEnumerable<string> FindRemarks(DocxSource source, MainDocumentPart document)
    {
        if (source.HasTrackedChanges)
        {
            yield return "Tracked changes are taken as accepted.";
        }

        var external = document.ExternalRelationships.Concat(document.DocumentSettingsPart?.ExternalRelationships ?? []);
        foreach (var relationship in external)
        {
            yield return $"External content isn't loaded: {relationship.Uri}";
        }
    }

    // The SDK has no exception of its own for missing parts, and for addresses and values that are none.
    private static bool IsDamage(Exception e) => e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException
        or InvalidOperationException or ArgumentException or FormatException;
}
