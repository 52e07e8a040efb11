using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Http;

/// <summary>A list that a caller gives: separated by commas in a query, an array in a body.</summary>
[JsonConverter(typeof(Converter))]
public sealed class TextList
{
    private TextList(string[] items) => Items = items;

    internal string[] Items { get; }

    public static bool TryParse(string given, [NotNullWhen(true)] out TextList? list)
    {
        list = new TextList(Validation.List(given));
        return true;
    }

    internal sealed class Converter : JsonConverter<TextList>
    {
        // What isn't a string is refused under the list's own name, which the exception doesn't have to say.
        public override TextList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return new TextList(Validation.List(reader.GetString()!));
            }

            var items = new List<string>();
            for (var isList = reader.TokenType == JsonTokenType.StartArray; !isList || (reader.Read() && reader.TokenType != JsonTokenType.EndArray);)
            {
                items.Add(isList && reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException());
            }

            return new TextList([.. items]);
        }

        public override void Write(Utf8JsonWriter writer, TextList value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Items, options);
    }
}
