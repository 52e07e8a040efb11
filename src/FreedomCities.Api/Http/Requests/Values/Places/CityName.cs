using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values.Places;

/// <summary>The name of a city.</summary>
public sealed class CityName(string given) : TextValue<CityName>(given, Check(given)), ITextValue<CityName>
{
    public const int MaxLength = 100;

    public static CityName From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = MaxLength };

    private static string? Check(string given) => given.Length is > 0 and <= MaxLength ? null : $"Must be 1 to {MaxLength} characters.";
}
