using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>Reads the FAQ documents of a file, a folder or an archive. Files that hold one question each are one document.</summary>
internal static class DocumentFiles
{
    public static (ImportFile File, FaqDocument Document)[] Read(ImportFile file, bool headings) =>
        Expand(file) is { } files
            ? ReadAll(file, files, headings)
            : [(file, FaqDocument.Create(DocumentReader.Read(file.Name, file.Bytes), headings))];

    /// <summary>The files of a folder or archive; null: the file is neither.</summary>
    private static FileCollection? Expand(ImportFile file) => file.Folder
        ?? (file.Bytes is [(byte)'P', (byte)'K', ..] && FileFormatDetector.Detect(file.Name, file.Bytes) == FileFormat.Zip
            ? FileCollection.ReadArchive(file.Name, file.Bytes)
            : null);

    private static (ImportFile File, FaqDocument Document)[] ReadAll(ImportFile folder, FileCollection collection, bool headings)
    {
        var leftOut = new List<LeftOut>(collection.LeftOut);
        var sources = collection.Files
            .Select(file => (File: file, Source: Try(file, () => DocumentReader.Read(file.Name, file.Bytes), leftOut)))
            .Where(s => s.Source is not null)
            .ToArray();
        var questions = FolderFiles.FindQuestions([.. sources.Select(s => (s.File.Name, s.Source!))]);
        var documents = sources.Where(s => !questions.ContainsKey(s.File.Name))
            .Select(s => (s.File, Document: Try(s.File, () => FaqDocument.Create(s.Source!, headings), leftOut)))
            .Where(d => d.Document is not null)
            .Select(d => (d.File, d.Document!))
            .ToList();
        if (questions.Count > 0)
        {
            var ordered = sources.Select(s => questions.GetValueOrDefault(s.File.Name)).OfType<SourceDocument>();
            documents.Insert(0, (folder, FaqDocument.Create(FolderFiles.Join([.. ordered]))));
        }

        if (documents.Count == 0)
        {
            throw new ImportException([$"{folder.Name} has no file with a question.", .. leftOut.Select(l => l.ToString())]);
        }

        var (first, document) = documents[0];
        documents[0] = (first, document with { LeftOut = [.. document.LeftOut, .. leftOut] });
        return [.. documents];
    }

    private static T? Try<T>(ImportFile file, Func<T> read, List<LeftOut> leftOut)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ImportException or FormatException)
        {
            leftOut.Add(new LeftOut(new SourcePosition(0, File: file.Name), "file that isn't imported", e.Message));
            return null;
        }
    }
}
