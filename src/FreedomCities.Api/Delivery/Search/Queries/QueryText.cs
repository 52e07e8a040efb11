using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Http.Requests.Values;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Delivery.Search.Queries;

/// <summary>A search query, as a reader typed it.</summary>
public sealed class QueryText(string given) : TextValue<QueryText>(given, Check(given)), ITextValue<QueryText>
{
    internal static readonly string Message =
        $"Required: 1 to {Query.MaxLength} characters, not only white space, at most {Query.MaxTokens} words.";

    public static QueryText From(string given) => new(given);

    public static OpenApiSchema CreateSchema() =>
        new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = Query.MaxLength, Pattern = @"\S" };

    private static string? Check(string given) =>
        !string.IsNullOrWhiteSpace(given)
        && given.EnumerateRunes().Count() <= Query.MaxLength
        && Query.Parse(given, Searcher.Analyzer, isStopWord: _ => false, correct: _ => null).Tokens.Length <= Query.MaxTokens
            ? null
            : Message;
}
