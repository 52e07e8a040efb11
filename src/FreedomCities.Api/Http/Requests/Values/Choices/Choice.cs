using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Choices;

/// <summary>One value of a vocabulary: a set of allowed values.</summary>
public sealed class Choice<T>(string given) : TextValue<Choice<T>>(given, Check(given)), ITextValue<Choice<T>>
    where T : IVocabulary
{
    public static Choice<T> From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. T.All.Select(word => JsonValue.Create(word))],
    };

    internal static bool IsWord(string text) => T.All.Contains(text, StringComparer.Ordinal);

    private static string? Check(string given) => IsWord(given) ? null : IVocabulary.Message(T.All);
}
