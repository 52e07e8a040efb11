using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Choices;

/// <summary>One word of a vocabulary.</summary>
public sealed class Choice<T>(string given) : RequestText<Choice<T>>(given, Check(given)), IRequestText<Choice<T>>
    where T : IVocabulary
{
    public static Choice<T> From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. T.All.Select(word => JsonValue.Create(word))],
    };

    internal static bool IsWord(string text) => T.All.Contains(text, StringComparer.Ordinal);

    private static string? Check(string given) =>
        IsWord(given) ? null : $"Must be one of: {string.Join(", ", T.All)}.";
}
