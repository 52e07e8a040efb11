using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Choices;

/// <summary>Values of a vocabulary, without duplicates.</summary>
public sealed class ChoiceList<T>(string[] items) : ListValue<ChoiceList<T>>(items, Check(items)), IListValue<ChoiceList<T>>
    where T : IVocabulary
{
    public static ChoiceList<T> From(string[] items) => new(items);

    public static OpenApiSchema CreateSchema() => new()
    {
        Type = JsonSchemaType.Array,
        Items = Choice<T>.CreateSchema(),
        MinItems = 1,
        MaxItems = T.All.Length,
        UniqueItems = true,
    };

    public bool Contains(string word) => Items.Contains(word, StringComparer.Ordinal);

    private static string? Check(string[] items) =>
        items.Length > 0 && items.Distinct(StringComparer.Ordinal).Count() == items.Length && Array.TrueForAll(items, Choice<T>.IsWord)
            ? null
            : $"Must be one or more of: {string.Join(", ", T.All)}, without duplicates.";
}
