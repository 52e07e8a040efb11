using System.IO.Compression;
using System.Text;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>Writes archives.</summary>
internal static class ZipFile
{
    public static byte[] Create(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
