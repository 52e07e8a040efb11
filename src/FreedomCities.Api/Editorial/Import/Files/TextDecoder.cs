using System.Text;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Files;

/// <summary>
/// Decodes a text file: UTF-8, UTF-16 with a byte order mark, the encoding that an HTML page declares, or Windows-1252, in which Word
/// saves plain text.
/// </summary>
internal static partial class TextDecoder
{
    private const int DeclarationBytes = 1024;

    // Texts of the languages that are written in Windows-1252 have fewer accented letters.
    private const double MaxAccentedShare = 0.25;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ImportException">The file isn't text, or in an encoding that isn't supported.</exception>
    public static DecodedText Decode(string name, byte[] bytes)
    {
        var decoded = bytes switch
        {
            [0xFF, 0xFE, ..] => DecodeAs(name, bytes.AsSpan(2), new UnicodeEncoding(false, false, true)),
            [0xFE, 0xFF, ..] => DecodeAs(name, bytes.AsSpan(2), new UnicodeEncoding(true, false, true)),
            _ => DecodeUtf8(bytes) ?? DecodeOther(name, bytes),
        };
        EnsureText(name, decoded.Text);
        return decoded;
    }

    private static DecodedText? DecodeUtf8(byte[] bytes)
    {
        try
        {
            return new DecodedText(Utf8.GetString(bytes).TrimStart('\uFEFF'), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static DecodedText DecodeOther(string name, byte[] bytes)
    {
        if (bytes.Contains((byte)0))
        {
            throw new ImportException($"{name} is not a text file, or UTF-16 without a byte order mark. Save it as UTF-8.");
        }

        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, DeclarationBytes)));
        if (Declaration().Match(head) is { Success: true } declaration && FindEncoding(declaration.Groups["name"].Value) is { } declared)
        {
            return DecodeAs(name, bytes, declared);
        }

        var text = DecodeAs(name, bytes, FindEncoding("windows-1252")!);
        return IsPlausible(text.Text) ? text : throw NotSupported(name);
    }

    private static DecodedText DecodeAs(string name, ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return new DecodedText(encoding.GetString(bytes), DisplayName(encoding));
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException($"{name} is not valid {DisplayName(encoding)}. Save it as UTF-8.");
        }
    }

    private static string DisplayName(Encoding encoding) => encoding switch
    {
        UnicodeEncoding => "UTF-16",
        { WebName: ['w', ..] } => $"W{encoding.WebName[1..]}",
        _ => encoding.WebName.ToUpperInvariant(),
    };

    /// <summary>The encoding as browsers understand its name: Latin-1 and ASCII are Windows-1252. Null: unknown.</summary>
    private static Encoding? FindEncoding(string name)
    {
        name = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : name;
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
                name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding is null or { CodePage: 65000 or 65001 } ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Text of another code page has control characters, or mostly accented letters.</summary>
    private static bool IsPlausible(string text)
    {
        var letters = text.Count(char.IsLetter);
        var accented = text.Count(c => c > '\u007F' && char.IsLetter(c));
        return !text.Any(c => c is >= '\u0080' and < '\u00A0') && accented <= letters * MaxAccentedShare;
    }

    private static void EnsureText(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ImportException($"{name} is empty.");
        }

        if (text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFE', StringComparison.Ordinal))
        {
            throw new ImportException($"{name} contains U+0000 or U+FFFE, which are not text characters.");
        }
    }

    private static ImportException NotSupported(string name) =>
        new($"{name} is neither UTF-8, UTF-16 with a byte order mark nor Windows-1252. Save it as UTF-8.");

    [GeneratedRegex(
        """<meta\s[^>]*?charset\s*=\s*["']?(?<name>[\w-]+)|\A<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[\w-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
