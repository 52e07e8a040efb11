using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>Languages (BCP 47), any of which is wanted.</summary>
public sealed class LanguageTagList(string[] items) : ListValue<LanguageTagList>(items, Check(items)), IListValue<LanguageTagList>
{
    public const int MaxItems = 20;

    public static LanguageTagList From(string[] items) => new(items);

    public static OpenApiSchema CreateSchema() => new()
    {
        Type = JsonSchemaType.Array,
        Items = LanguageTag.CreateSchema(),
        MinItems = 1,
        MaxItems = MaxItems,
    };

    private static string? Check(string[] items) =>
        items.Length is > 0 and <= MaxItems && items.All(LanguageTag.Form.IsMatch)
            ? null
            : $"Must be 1 to {MaxItems} BCP 47 language tags, separated by commas, for example en,es.";
}
