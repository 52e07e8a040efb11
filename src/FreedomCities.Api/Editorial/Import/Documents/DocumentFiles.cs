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
        var documents = new List<(ImportFile, FaqDocument)>();
        var (questions, problems) = (new List<SourceDocument>(), new List<LeftOut>(collection.LeftOut));
        foreach (var file in collection.Files)
        {
            try
            {
                var source = DocumentReader.Read(file.Name, file.Bytes);
                if (FolderFiles.ToQuestion(source, file.Name) is { } question)
                {
                    questions.Add(question);
                }
                else
                {
                    documents.Add((file, FaqDocument.Create(source, headings)));
                }
            }
            catch (ImportException e)
            {
                problems.Add(new LeftOut(new SourcePosition(0, File: file.Name), "file that isn't imported", e.Message));
            }
        }

        if (questions.Count > 0)
        {
            documents.Insert(0, (folder, FaqDocument.Create(FolderFiles.Join(questions))));
        }

        if (documents.Count == 0)
        {
            throw new ImportException([$"{folder.Name} has no file with a question.", .. problems.Select(p => $"{p.Position}: {p.Text}")]);
        }

        var (first, document) = documents[0];
        documents[0] = (first, document with { LeftOut = [.. document.LeftOut, .. problems] });
        return [.. documents];
    }
}
