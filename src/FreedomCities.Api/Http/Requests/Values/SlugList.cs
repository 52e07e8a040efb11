using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>The slugs of the records that a list returns.</summary>
public sealed class SlugList(string[] items) : ListValue<SlugList>(items, Check(items)), IListValue<SlugList>
{
    public const int MaxItems = 100;

    public static SlugList From(string[] items) => new(items);

    public static OpenApiSchema CreateSchema() => new()
    {
        Type = JsonSchemaType.Array,
        Items = Slug.CreateSchema(),
        MinItems = 1,
        MaxItems = MaxItems,
        UniqueItems = true,
    };

    private static string? Check(string[] items) =>
        items.Length <= MaxItems && items.All(Slug.Form.IsMatch) ? null : $"Must be 1 to {MaxItems} slugs, separated by commas.";
}
