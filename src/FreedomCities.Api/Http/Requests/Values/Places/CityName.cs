using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Places;

/// <summary>The name of a city.</summary>
public sealed class CityName(string given) : TextValue<CityName>(given, Check(given)), ITextValue<CityName>
{
    public const int MaxLength = 100;

    public static CityName From(string given) => new(given);

    public static OpenApiSchema CreateSchema() =>
        new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = MaxLength, Pattern = @"\S" };

    private static string? Check(string given) =>
        given.Length <= MaxLength && !string.IsNullOrWhiteSpace(given)
            ? null
            : $"Must be 1 to {MaxLength} characters, not only white space.";
}
