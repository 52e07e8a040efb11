using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Reads and validates a JSON file. Unknown and duplicate members are refused.</summary>
internal static partial class JsonFile
{
    public static JsonSerializerOptions Options => Json.Strict;

    /// <summary>Whether the root object has a member. The kind of file is known by it.</summary>
    public static bool Has(ImportFile file, string member)
    {
        try
        {
            using var json = Parse(file);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(member, out _);
        }
        catch (JsonException e)
        {
            throw new ImportException($"{file.Name} is not valid JSON: {e.Message}");
        }
    }

    public static T Read<T>(ImportFile file, IValidator<T> validator)
    {
        try
        {
            EnsureNoNullItems(file);
            var content = JsonSerializer.Deserialize<T>(file.Text(), Options)
                ?? throw new ImportException($"{file.Name} must not be null.");
            var result = validator.Validate(content);
            return result.IsValid
                ? content
                : throw new ImportException([.. result.Errors.Select(e => $"{file.Name}: {ToMember(e.PropertyName)}: {e.ErrorMessage}")]);
        }
        catch (JsonException e)
        {
            throw new ImportException($"{file.Name}: {e.Path ?? "$"}, line {e.LineNumber + 1}: {Explain(e.Message)}");
        }
    }

    private static string ToMember(string property) => Member().Replace(property, m => m.Value.ToLowerInvariant());

    // The serializer's message without the names of our types.
    private static string Explain(string message)
    {
        var missing = message.IndexOf("missing required properties", StringComparison.Ordinal);
        if (missing >= 0)
        {
            return message[missing..].Split(". Path")[0];
        }

        if (message.Contains("could not be converted", StringComparison.Ordinal))
        {
            return "the value has the wrong type. See the JSON schema in db/seed.";
        }

        return message.Contains("could not be mapped", StringComparison.Ordinal)
            ? "unknown member. See the JSON schema in db/seed."
            : OurType().Replace(message, "").Split(" Path:")[0];
    }

    // RespectNullableAnnotations doesn't check the items of a list.
    private static void EnsureNoNullItems(ImportFile file)
    {
        using var json = Parse(file);
        if (HasNullItem(json.RootElement))
        {
            throw new ImportException($"{file.Name}: a list contains null.");
        }
    }

    private static bool HasNullItem(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasNullItem(item)),
        JsonValueKind.Object => json.EnumerateObject().Any(member => HasNullItem(member.Value)),
        _ => false,
    };

    [GeneratedRegex("(?<![a-z])[A-Z]")]
    private static partial Regex Member();

    [GeneratedRegex(" (for|of|on|to) type '?FreedomCities[^' ]*'?")]
    private static partial Regex OurType();

    private static JsonDocument Parse(ImportFile file) =>
        JsonDocument.Parse(file.Text(), new JsonDocumentOptions { MaxDepth = Options.MaxDepth });
}
