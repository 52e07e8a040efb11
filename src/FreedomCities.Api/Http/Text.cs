using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;

namespace FreedomCities.Api.Http;

/// <summary>
/// Text on the way in: in Unicode normalisation form C, so that it compares with what is stored, and without U+0000, which
/// PostgreSQL refuses, and U+FFFE, which normalisation does.
/// </summary>
internal static class Text
{
    public const string Refusal = "Holds U+0000 or U+FFFE, which no text may.";

    public static bool IsText(string given) => !given.AsSpan().ContainsAny('\0', '\uFFFE');

    /// <summary>Normalises the values of the query, before anything reads them.</summary>
    public static Task Apply(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.Any(p => p.Value.Any(v => IsText(v!) && !v!.IsNormalized())))
        {
            http.Request.Query = new QueryCollection(http.Request.Query.ToDictionary(
                p => p.Key,
                p => new StringValues([.. p.Value.Select(v => IsText(v!) ? v!.Normalize() : v)]),
                StringComparer.OrdinalIgnoreCase));
        }

        return next(http);
    }

    /// <summary>The same for the strings of a body.</summary>
    public sealed class Converter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && IsText(text) ? text.Normalize() : throw new JsonException(Refusal);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
