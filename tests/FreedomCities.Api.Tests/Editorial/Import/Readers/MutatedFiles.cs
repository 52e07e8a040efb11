using System.IO.Compression;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>Changes files at random, the same way for the same seed.</summary>
internal sealed class MutatedFiles(int seed)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "&", "&#x110000;", "&#0;", "\"", "'", "\0", "\uFEFF", "\uFFFE", "\u2028",
            "<table>", "<dl><dt>", "<details>", "<summary>", "<button aria-controls=a>", "<h2>", "<p>", "<svg>", "<math>", "<template>",
            "<select>", "<plaintext>", "<br>", "</body>", "<w:p>", "</w:p>", "<w:tbl>", "<w:r>", "w:val=\"-1\"", "w:val=\"99999999999\"",
            "w:val=\"\"", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:numPr>", "<mc:AlternateContent>", "\n\n", "# ", "## ?", "**", "[](", "|",
            "```", "---\n", "+++\n", "> ", "- ", "1. ", "[^1]", "[^1]: ", "Q: ", "A: ", "{{", "{%", "\r", "\t", "????", "9999999999",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] file) => file is [(byte)'P', (byte)'K', ..] && _random.Next(4) > 0 ? MutateEntry(file) : MutateBytes(file);

    /// <summary>Changes one entry of an archive, so that its checksum is right.</summary>
    private byte[] MutateEntry(byte[] file)
    {
        using var bytes = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(file)))
        using (var target = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = _random.Next(source.Entries.Count);
            foreach (var (i, entry) in source.Entries.Index())
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                {
                    stream.CopyTo(content);
                }

                using var written = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                written.Write(i == chosen ? MutateBytes(content.ToArray()) : content.ToArray());
            }
        }

        return bytes.ToArray();
    }

    private byte[] MutateBytes(byte[] file)
    {
        var bytes = file.ToList();
        for (var count = _random.Next(1, 6); count > 0; count--)
        {
            MutateOnce(bytes);
        }

        return [.. bytes];
    }

    private void MutateOnce(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 60), bytes.Count - at);
        switch (_random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 when _random.Next(10) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Repeat(Tokens[_random.Next(Tokens.Length)], _random.Next(1, 20)).SelectMany(t => t));
                break;
            default:
                bytes.InsertRange(at, Tokens[_random.Next(Tokens.Length)]);
                break;
        }
    }
}
