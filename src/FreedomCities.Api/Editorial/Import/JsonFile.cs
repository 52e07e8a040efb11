using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Reads a JSON file strictly: no unknown or doubled members, and everything in its bounds.</summary>
internal static partial class JsonFile
{
    public static JsonSerializerOptions Options => Json.Strict;

    /// <summary>Whether the file's root has the member: tells contacts, aliases and resources apart.</summary>
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
            RefuseNullItems(file);
            var content = JsonSerializer.Deserialize<T>(file.Text(), Options) ?? throw new ImportException($"{file.Name} must not be null.");
            var outcome = validator.Validate(content);
            return outcome.IsValid
                ? content
                : throw new ImportException([.. outcome.Errors.Select(e => $"{file.Name}: {Member().Replace(e.PropertyName, m => m.Value.ToLowerInvariant())}: {e.ErrorMessage}")]);
        }
        catch (JsonException e)
        {
            throw new ImportException($"{file.Name}: {e.Path ?? "$"}, line {e.LineNumber + 1}: {Explain(e.Message)}");
        }
    }

    // In the file's words, without the names of our types.
    private static string Explain(string message) =>
        message.IndexOf("missing required properties", StringComparison.Ordinal) is >= 0 and var missing ? message[missing..].Split(". Path")[0]
        : message.Contains("could not be converted", StringComparison.Ordinal) ? "the value has the wrong type. See the JSON schema in db/seed."
        : message.Contains("could not be mapped", StringComparison.Ordinal) ? "unknown member. See the JSON schema in db/seed."
        : OurType().Replace(message, "").Split(" Path:")[0];

    // What RespectNullableAnnotations leaves unchecked.
    private static void RefuseNullItems(ImportFile file)
    {
        using var json = Parse(file);
        if (HoldsNullItem(json.RootElement))
        {
            throw new ImportException($"{file.Name}: a list contains null.");
        }
    }

    private static bool HoldsNullItem(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HoldsNullItem(item)),
        JsonValueKind.Object => json.EnumerateObject().Any(member => HoldsNullItem(member.Value)),
        _ => false,
    };

    [GeneratedRegex("(?<![a-z])[A-Z]")]
    private static partial Regex Member();

    [GeneratedRegex(" (for|of|on|to) type '?FreedomCities[^' ]*'?")]
    private static partial Regex OurType();

    private static JsonDocument Parse(ImportFile file) => JsonDocument.Parse(file.Text(), new JsonDocumentOptions { MaxDepth = Options.MaxDepth });
}
