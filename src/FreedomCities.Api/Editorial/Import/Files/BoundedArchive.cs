using System.IO.Compression;
using System.Text;

namespace FreedomCities.Api.Editorial.Import.Files;

/// <summary>A .zip file in memory that is never unpacked beyond its limits, whatever sizes it declares.</summary>
internal sealed class BoundedArchive : IDisposable
{
    public const int MaxEntries = 5_000;
    public const int MaxEntryBytes = ImportFile.MaxBytes;
    public const int MaxTotalBytes = 64 * 1024 * 1024;

    private readonly string _name;
    private readonly ZipArchive _archive;
    private long _read;

    private BoundedArchive(string name, ZipArchive archive) => (_name, _archive) = (name, archive);

    public IEnumerable<string> Names => _archive.Entries.Select(e => e.FullName);

    /// <exception cref="ImportException">The file is damaged, has too many entries or too much in them.</exception>
    public static BoundedArchive Open(string name, byte[] bytes)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            _ = archive.Entries.Count;
        }
        catch (InvalidDataException)
        {
            throw Damaged(name);
        }

        var bounded = new BoundedArchive(name, archive);
        bounded.EnsureBounds();
        return bounded;
    }

    public bool Has(string entry) => _archive.Entries.Any(e => IsNamed(e, entry));

    /// <summary>The bytes of an entry; null: there is none.</summary>
    public byte[]? Read(string entry) => _archive.Entries.FirstOrDefault(e => IsNamed(e, entry)) is { } found ? Read(found) : null;

    public string? ReadText(string entry) => Read(entry) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public void Dispose() => _archive.Dispose();

    private byte[] Read(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new ImportException($"{_name}: {entry.FullName} is protected by a password. Pack it without one.");
        }

        try
        {
            using var content = entry.Open();
            return ReadBounded(entry.FullName, content);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw Damaged(_name);
        }
    }

    private byte[] ReadBounded(string entry, Stream content)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            _read += read;
            if (bytes.Length > MaxEntryBytes || _read > MaxTotalBytes)
            {
                throw TooLarge(entry);
            }
        }

        return bytes.ToArray();
    }

    private void EnsureBounds()
    {
        if (_archive.Entries.Count > MaxEntries)
        {
            throw new ImportException($"{_name} has more than {MaxEntries} entries.");
        }
    }

    private static bool IsNamed(ZipArchiveEntry entry, string name) => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private ImportException TooLarge(string entry) => new(
        $"{_name}: {entry} unpacks to more than {MaxEntryBytes / 1024 / 1024} MiB, or all entries to more than " +
        $"{MaxTotalBytes / 1024 / 1024} MiB.");

    private static ImportException Damaged(string name) =>
        new($"{name} is a damaged or incomplete .zip or .docx file. Save or download it again.");
}
