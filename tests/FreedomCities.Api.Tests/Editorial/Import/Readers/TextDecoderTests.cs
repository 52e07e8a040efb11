using System.Text;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

public sealed class TextDecoderTests
{
    private const string Text = "“Cuánto” – 5 €?";

    [Fact]
    public void Encoding_IsRecognised()
    {
        Assert.Equal(new DecodedText(Text, "UTF-8"), Decode(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(new DecodedText(Text, "UTF-8"), Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]));
        Assert.Equal(new DecodedText(Text, "UTF-16"), Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]));
        Assert.Equal(new DecodedText(Text, "UTF-16"), Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)]));
        Assert.Equal(new DecodedText(Text, "Windows-1252"), Decode(GetBytes("windows-1252", Text)));
    }

    [Theory]
    [InlineData("<meta charset=windows-1251>Сколько?", "windows-1251", "Windows-1251")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=shift_jis'>何", "shift_jis", "SHIFT_JIS")]
    [InlineData("<meta charset='iso-8859-1'>¿“Cuánto”?", "windows-1252", "Windows-1252")]
    [InlineData("<?xml version='1.0' encoding='iso-8859-7'?>Πόσο;", "iso-8859-7", "ISO-8859-7")]
    public void DeclaredEncoding_IsTaken(string text, string encoding, string name) =>
        Assert.Equal(new DecodedText(text, name), Decode(GetBytes(encoding, text)));

    [Fact]
    public void DeclarationThatIsWrong_IsIgnored() =>
        Assert.Equal("UTF-8", Decode(Encoding.UTF8.GetBytes("<meta charset=iso-8859-1>¿Cuánto?")).Encoding);

    [Theory]
    [InlineData("windows-1251", "Сколько стоит карта?", "neither UTF-8")]
    [InlineData("shift_jis", "カードはいくらですか", "neither UTF-8")]
    [InlineData("utf-16", "Cuánto", "UTF-16 without a byte order mark")]
    public void OtherEncoding_IsRefused(string encoding, string text, string message) =>
        Assert.Contains(message, Assert.Throws<ImportException>(() => Decode(GetBytes(encoding, text))).Message, StringComparison.Ordinal);

    [Fact]
    public void EmptyText_IsRefused() => Assert.Throws<ImportException>(() => Decode([0xFF, 0xFE]));

    private static byte[] GetBytes(string encoding, string text) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);

    private static DecodedText Decode(byte[] bytes) => TextDecoder.Decode("a.txt", bytes);
}
