using FreedomCities.Api.Database.Embedded;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Reads the file that an editor names, whole and not more than one may have.</summary>
internal static class ImportFileReader
{
    private const int PieceBytes = 64 * 1024;

    /// <param name="path">- is standard input.</param>
    public static async Task<ImportFile> Read(FileInfo path, CancellationToken ct)
    {
        if (path.ToString() == "-")
        {
            // A read of a terminal or a pipe can't be cancelled: it is left behind.
            var read = Task.Run(() => ReadAll(Console.OpenStandardInput(), "Standard input", ct), ct);
            return new ImportFile("standard input", await read.WaitAsync(ct)) { HasName = false };
        }

        if (!path.Exists)
        {
            throw new ImportException($"The file {path} does not exist.");
        }

        // Opening a pipe waits for whoever writes into it, and a device may never end.
        if (FileStatus.Read(path.FullName, followLink: true) is { IsRegular: false })
        {
            throw new ImportException($"{path} is not a regular file. Name a file, or use - for standard input.");
        }

        return new ImportFile(path.Name, await ReadAll(path.OpenRead(), path.Name, ct));
    }

    private static async Task<byte[]> ReadAll(Stream file, string name, CancellationToken ct)
    {
        await using (file)
        {
            using var bytes = new MemoryStream();
            var piece = new byte[PieceBytes];
            for (int read; (read = await file.ReadAsync(piece, ct)) > 0;)
            {
                bytes.Write(piece, 0, read);
                if (bytes.Length > ImportFile.MaxBytes)
                {
                    throw new ImportException($"{name} is larger than {ImportFile.MaxBytes / 1024 / 1024} MiB.");
                }
            }

            return bytes.ToArray();
        }
    }
}
