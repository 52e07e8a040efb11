using System.Text;
using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Reads a file from the disk or from standard input, up to the size limit.</summary>
internal static class ImportFileReader
{
    private const int BufferBytes = 64 * 1024;

    /// <param name="path">- is standard input.</param>
    public static async Task<ImportFile> Read(FileInfo path, CancellationToken ct)
    {
        if (path.ToString() == "-")
        {
            // A read of a terminal or a pipe can't be cancelled: the command ends without it.
            var read = Task.Run(() => ReadAll(Console.OpenStandardInput(), "Standard input", ct), ct);
            return new ImportFile("standard input", await read.WaitAsync(ct)) { HasName = false };
        }

        if (Directory.Exists(path.FullName))
        {
            return await ReadFolder(path.FullName, ct);
        }

        if (!path.Exists)
        {
            throw new ImportException($"The file {path} does not exist.");
        }

        // Opening a named pipe blocks until a process writes into it, and a device may never end.
        if (FileStatus.Read(path.FullName, followLink: true) is { IsRegular: false })
        {
            throw new ImportException($"{path} is not a regular file. Name a file, or use - for standard input.");
        }

        return new ImportFile(path.Name, await ReadAll(path.OpenRead(), path.Name, ct));
    }

    /// <summary>Reads the files of a folder in the order of their names.</summary>
    private static async Task<ImportFile> ReadFolder(string path, CancellationToken ct)
    {
        var files = new List<ImportFile>();
        var names = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(path, f)).Where(FolderFiles.IsIncluded);
        foreach (var name in names.Take(BoundedArchive.MaxEntries + 1).Order(StringComparer.Ordinal))
        {
            if (FileStatus.Read(Path.Combine(path, name), followLink: false) is not { IsRegular: false })
            {
                files.Add(new ImportFile(name, await ReadAll(File.OpenRead(Path.Combine(path, name)), name, ct)));
            }

            if (files.Count > BoundedArchive.MaxEntries || files.Sum(f => (long)f.Bytes.Length) > BoundedArchive.MaxTotalBytes)
            {
                throw new ImportException(
                    $"{path} has more than {BoundedArchive.MaxEntries} files, or more than {BoundedArchive.MaxTotalBytes / 1024 / 1024} MiB in them.");
            }
        }

        var bytes = files.SelectMany(f => Encoding.UTF8.GetBytes($"{f.Name} {f.Sha256}\n")).ToArray();
        return new ImportFile(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), bytes) { Files = [.. files] };
    }

    private static async Task<byte[]> ReadAll(Stream file, string name, CancellationToken ct)
    {
        await using (file)
        {
            using var bytes = new MemoryStream();
            var buffer = new byte[BufferBytes];
            for (int read; (read = await file.ReadAsync(buffer, ct)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > ImportFile.MaxBytes)
                {
                    throw new ImportException($"{name} is larger than {ImportFile.MaxBytes / 1024 / 1024} MiB.");
                }
            }

            return bytes.ToArray();
        }
    }
}
