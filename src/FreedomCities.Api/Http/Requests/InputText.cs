using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Http.Requests;

/// <summary>
/// Normalises input to Unicode form C, the form of stored text, and rejects U+0000 and U+FFFE. PostgreSQL can't store U+0000, and
/// Normalize throws on U+FFFE.
/// </summary>
internal static class InputText
{
    public const string Refusal = "Contains U+0000 or U+FFFE, which are not allowed.";

    public static bool IsText(string given) => !given.AsSpan().ContainsAny('\0', '\uFFFE');

    /// <summary>Normalises the strings of a body. For a query see <see cref="CanonicalRequest"/>.</summary>
    public sealed class Converter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && IsText(text) ? text.Normalize() : throw new JsonException(Refusal);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
