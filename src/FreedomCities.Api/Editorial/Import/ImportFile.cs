using System.Text;
using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A file to import.</summary>
internal sealed record ImportFile(string Name, byte[] Bytes)
{
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The files of a folder; null: it is a file.</summary>
    public FileCollection? Folder { get; init; }

    public string Sha256 => ContentHash.Sha256(Bytes);

    /// <summary>False: standard input.</summary>
    public bool HasName { get; init; } = true;

    public bool IsJson => HasName
        ? Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        : Bytes.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..];

    public bool IsCsv => HasName && Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text in Unicode normalization form C, as every stored text.</summary>
    public static string Normalize(string text) => HasNoncharacters(text) ? text : text.Normalize();

    /// <summary>Whether the text has U+0000, which PostgreSQL refuses, or U+FFFE, which Unicode normalization refuses.</summary>
    public static bool HasNoncharacters(string text) => text.AsSpan().ContainsAny('\0', '\uFFFE');

    public static ImportException TooLarge(string name) => new($"{name} is larger than {MaxBytes / 1024 / 1024} MiB.");

    /// <exception cref="ImportException">The file is not text in UTF-8, or too large.</exception>
    public string Text()
    {
        if (Bytes.Length > MaxBytes)
        {
            throw TooLarge(Name);
        }

        try
        {
            var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            var text = encoding.GetString(Bytes).TrimStart('\uFEFF');
            EnsureText(text);
            return text;
        }
        catch (DecoderFallbackException e)
        {
            throw new ImportException($"{Name} is not valid UTF-8 at byte {e.Index}. Save it as UTF-8.");
        }
    }

    private void EnsureText(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ImportException($"{Name} is empty.");
        }

        if (HasNoncharacters(text))
        {
            throw new ImportException($"{Name} contains U+0000 or U+FFFE, which are not text characters.");
        }
    }
}
