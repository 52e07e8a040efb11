using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Editorial.Import.Contacts;

/// <summary>Reads a text that spreadsheets and directories also write as a number, for example a suite.</summary>
internal sealed class TextOrNumber : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? reader.GetDecimal().ToString(CultureInfo.InvariantCulture)
            : JsonSerializer.Deserialize<string>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
