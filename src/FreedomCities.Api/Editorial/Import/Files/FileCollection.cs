using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Files;

/// <summary>The documents of a folder or of a .zip archive, in natural order of their paths.</summary>
/// <param name="LeftOut">The files that are no documents, and why.</param>
internal sealed record FileCollection(ImportFile[] Files, LeftOut[] LeftOut)
{
    private const int MaxDepth = 10;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".md", ".markdown", ".mdx", ".txt", ".text", ".htm", ".html", ".xhtml", ".docx",
    };

    /// <exception cref="ImportException">The folder has no document, or too much in it.</exception>
    public static FileCollection ReadFolder(DirectoryInfo folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = MaxDepth,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        var paths = folder.EnumerateFiles("*", options).Take(BoundedArchive.MaxEntries + 1).ToArray();
        if (paths.Length > BoundedArchive.MaxEntries)
        {
            throw new ImportException($"{folder.Name} has more than {BoundedArchive.MaxEntries} files.");
        }

        var byName = paths.ToDictionary(p => Path.GetRelativePath(folder.FullName, p.FullName), StringComparer.Ordinal);
        var total = 0L;
        return Read(folder.Name, byName.Keys, name =>
        {
            total += byName[name].Length;
            return ReadFile(folder.Name, byName[name], total);
        });
    }

    /// <exception cref="ImportException">The archive has no document, is damaged, or unpacks to too much.</exception>
    public static FileCollection ReadArchive(string name, byte[] bytes)
    {
        using var archive = BoundedArchive.Open(name, bytes);
        var files = archive.Names.Where(n => !n.EndsWith('/')).Distinct(StringComparer.OrdinalIgnoreCase);
        return Read(name, files, file => archive.Read(file)!);
    }

    private static FileCollection Read(string name, IEnumerable<string> names, Func<string, byte[]> read)
    {
        var (files, leftOut) = (new List<ImportFile>(), new List<LeftOut>());
        foreach (var file in names.Where(n => !IsHidden(n)).Order(NaturalOrder.Comparer))
        {
            if (!Extensions.Contains(Path.GetExtension(file)))
            {
                leftOut.Add(LeaveOut(file, $"{file} is no document"));
                continue;
            }

            var bytes = read(file);
            if (FindProblem(file, bytes) is { } problem)
            {
                leftOut.Add(LeaveOut(file, problem));
            }
            else
            {
                files.Add(new ImportFile(file, bytes));
            }
        }

        return files.Count > 0 ? new FileCollection([.. files], [.. leftOut]) : throw NoDocument(name, leftOut);
    }

    private static string? FindProblem(string file, byte[] bytes)
    {
        try
        {
            return FileFormatDetector.Detect(file, bytes) == FileFormat.Zip ? $"{file} is an archive" : null;
        }
        catch (ImportException e)
        {
            return e.Message;
        }
    }

    private static LeftOut LeaveOut(string file, string problem) => new(new SourcePosition(0, File: file), problem, "");

    private static byte[] ReadFile(string folder, FileInfo file, long total)
    {
        // A named pipe or a device may never end.
        if (FileStatus.Read(file.FullName, followLink: false) is { IsRegular: false })
        {
            throw new ImportException($"{folder}: {file.Name} is not a regular file.");
        }

        return file.Length <= BoundedArchive.MaxEntryBytes && total <= BoundedArchive.MaxTotalBytes
            ? File.ReadAllBytes(file.FullName)
            : throw new ImportException(
                $"{folder}: {file.Name} is larger than {BoundedArchive.MaxEntryBytes / 1024 / 1024} MiB, or all files are larger than " +
                $"{BoundedArchive.MaxTotalBytes / 1024 / 1024} MiB.");
    }

    /// <summary>What systems leave in folders and archives.</summary>
    private static bool IsHidden(string name) => name.Split('/', '\\').Any(p => p is ['.', ..] or "__MACOSX");

    private static ImportException NoDocument(string name, List<LeftOut> leftOut) => new(
        [$"{name} has no document that can be imported (.md, .txt, .html, .docx).", .. leftOut.Take(5).Select(l => l.Reason)]);
}
