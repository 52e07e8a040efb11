using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Http.Requests;

/// <summary>List of strings: separated by commas in a query, an array in a body.</summary>
[JsonConverter(typeof(Converter))]
public sealed class TextList
{
    private TextList(string[] items) => Items = items;

    internal string[] Items { get; }

    public static bool TryParse(string given, [NotNullWhen(true)] out TextList? list)
    {
        list = new TextList(given.Split(','));
        return true;
    }

    internal sealed class Converter : JsonConverter<TextList>
    {
        public override TextList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!.Split(','),
                JsonTokenType.StartArray => Elements(ref reader),
                _ => throw new JsonException(),
            });

        public override void Write(Utf8JsonWriter writer, TextList value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Items, options);

        // Not JsonSerializer: its exception would have a path within the list instead of the path of the list.
        private static string[] Elements(ref Utf8JsonReader reader)
        {
            var elements = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                elements.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException());
            }

            return [.. elements];
        }
    }
}
