using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Http.Responses;

/// <summary>The options for writing and reading JSON.</summary>
internal static class Json
{
    /// <summary>For request bodies: unknown and duplicate members are errors, and so are values of another type.</summary>
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = 16,
        Converters = { new InputText.Converter(), new RequestValueConverter() },
    };

    /// <summary>For responses: letters without \u escapes, since JSON isn't read as HTML, and times with Z.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcTime());
    }

    /// <summary>
    /// For the documents that are stored and served. A version before this one, which serves during an upgrade, doesn't write new members.
    /// </summary>
    public static JsonSerializerOptions Documents { get; } = ForDocuments();

    /// <summary>For JSON in pages: no text can end the script element around it.</summary>
    public static JsonSerializerOptions InPages { get; } = ForPages();

    private static JsonSerializerOptions ForDocuments()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetMembersBeMissing } },
        };
        Configure(options);
        return options;
    }

    private static void LetMembersBeMissing(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.IsRequired = false;
        }
    }

    private static JsonSerializerOptions ForPages()
    {
        var options = ForDocuments();
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        return options;
    }

    /// <summary>RFC 3339 in UTC.</summary>
    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
