using System.Text;
using FreedomCities.Api.Content;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A file to import.</summary>
internal sealed record ImportFile(string Name, byte[] Bytes)
{
    public const int MaxBytes = 10 * 1024 * 1024;

    public string Sha256 => ContentHash.Sha256(Bytes);

    /// <summary>False: standard input.</summary>
    public bool HasName { get; init; } = true;

    public bool IsJson => HasName
        ? Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        : Bytes.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..];

    /// <summary>A text in normalisation form C, as all that is stored.</summary>
    public static string Normal(string text) => HoldsNonCharacters(text) ? text : text.Normalize();

    /// <summary>Whether PostgreSQL (NUL) or Unicode normalisation (U+FFFE) refuses the text.</summary>
    public static bool HoldsNonCharacters(string text) => text.AsSpan().ContainsAny('\0', '\uFFFE');

    /// <summary>The file's text; a file that isn't text is refused.</summary>
    public string Text()
    {
        if (Bytes.Length > MaxBytes)
        {
            throw new ImportException($"{Name} is larger than {MaxBytes / 1024 / 1024} MiB.");
        }

        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Bytes).TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? throw new ImportException($"{Name} is empty.")
                : HoldsNonCharacters(text) ? throw new ImportException($"{Name} contains U+0000 or U+FFFE, which are not text characters.")
                : text;
        }
        catch (DecoderFallbackException e)
        {
            throw new ImportException($"{Name} is not valid UTF-8 at byte {e.Index}. Save it as UTF-8.");
        }
    }
}
