using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Http.Requests;

/// <summary>
/// Text on the way in: in Unicode normalisation form C, so that it compares with what is stored, and without U+0000, which
/// PostgreSQL refuses, and U+FFFE, which normalisation does.
/// </summary>
internal static class InputText
{
    public const string Refusal = "Contains U+0000 or U+FFFE, which are not allowed.";

    public static bool IsText(string given) => !given.AsSpan().ContainsAny('\0', '\uFFFE');

    /// <summary>Normalizes the strings of a body; those of a query: <see cref="CanonicalRequest"/>.</summary>
    public sealed class Converter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && IsText(text) ? text.Normalize() : throw new JsonException(Refusal);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
