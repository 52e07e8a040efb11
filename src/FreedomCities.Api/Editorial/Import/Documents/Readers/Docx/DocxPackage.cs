using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

/// <summary>Opens a .docx file within limits of size, depth and number of elements. Nothing outside the file is read.</summary>
internal static class DocxPackage
{
    private const int MaxElements = 500_000;
    private const int MaxDepth = 250;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <exception cref="ImportException">The package is too large, nested too deeply, or has macros or a document type.</exception>
    public static WordprocessingDocument Open(string name, byte[] bytes)
    {
        EnsureBounds(name, bytes);
        var settings = new OpenSettings
        {
            AutoSave = false,
            MarkupCompatibilityProcessSettings = new(MarkupCompatibilityProcessMode.ProcessAllParts, FileFormatVersions.Office2019),
        };
        return WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, settings);
    }

    private static void EnsureBounds(string name, byte[] bytes)
    {
        using var archive = BoundedArchive.Open(name, bytes);
        if (archive.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ImportException($"{name} contains macros: open it in Word and save it as .docx, without macros.");
        }

        var elements = 0;
        foreach (var part in archive.Names.Where(IsXml).ToArray())
        {
            elements += CountElements(name, archive.Read(part)!);
            if (elements > MaxElements)
            {
                throw new ImportException($"{name} has more than {MaxElements} XML elements. Import it in parts.");
            }
        }
    }

    private static bool IsXml(string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static int CountElements(string name, byte[] xml)
    {
        var count = 0;
        using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                throw new ImportException($"{name} has XML elements that are nested more than {MaxDepth} levels deep.");
            }

            count += reader.NodeType == XmlNodeType.Element ? 1 : 0;
            if (count > MaxElements)
            {
                return count;
            }
        }

        return count;
    }
}
