using System.Text;
using FreedomCities.Api.Database.Embedded;
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
            return ReadFolder(new DirectoryInfo(path.FullName));
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

    private static ImportFile ReadFolder(DirectoryInfo folder)
    {
        var collection = FileCollection.ReadFolder(folder);
        var names = string.Concat(collection.Files.Select(f => $"{f.Name} {f.Sha256}\n"));
        return new ImportFile(folder.Name, Encoding.UTF8.GetBytes(names)) { Folder = collection };
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
                    throw ImportFile.TooLarge(name);
                }
            }

            return bytes.ToArray();
        }
    }
}
