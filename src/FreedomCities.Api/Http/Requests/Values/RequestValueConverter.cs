using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>Reads the values of a body.</summary>
internal sealed class RequestValueConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(IRequestValue));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(Converter(typeToConvert).MakeGenericType(typeToConvert))!;

    public static bool IsList(Type type) =>
        Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IListValue<>));

    private static Type Converter(Type type) => IsList(type) ? typeof(ListConverter<>) : typeof(TextConverter<>);

    private sealed class TextConverter<T> : JsonConverter<T>
        where T : ITextValue<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            T.From(((JsonConverter<string>)options.GetConverter(typeof(string))).Read(ref reader, typeof(string), options)!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class ListConverter<T> : JsonConverter<T>
        where T : IListValue<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => T.From(reader.GetString()!.Split(',')),
            JsonTokenType.StartArray => T.From(Elements(ref reader)),
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();

        // Without an inner deserialiser, so that the path of a fault is that of the list and not of the item.
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
