using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Http.Responses;

/// <summary>How JSON is written and read.</summary>
internal static class Json
{
    /// <summary>How it is read: no unknown or doubled members, nothing taken for what it isn't.</summary>
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

    /// <summary>How answers are written: letters as they are instead of \u escapes (nobody reads these answers as HTML), times with Z.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcTime());
    }

    /// <summary>The same for what is copied into pages: nothing in a text ends the script element that it stands in.</summary>
    public static JsonSerializerOptions InPages { get; } = ForPages();

    private static JsonSerializerOptions ForPages()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        return options;
    }

    /// <summary>RFC 3339 in UTC.</summary>
    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
