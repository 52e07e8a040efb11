using System.Text.Json.Serialization;

namespace FreedomCities.Api.Http.Problems;

/// <summary>Error in a query parameter or in the request body.</summary>
public sealed record InputError
{
    private const int MaxCharacters = 100;

    /// <summary>Name of the query parameter. Absent for errors in the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>JSON Pointer into the body (RFC 6901). Empty: the whole body. Absent for errors in the query.</summary>
    [JsonPropertyName("pointer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Place { get; init; }

    /// <summary>What is expected there.</summary>
    public required string Detail { get; init; }

    internal static InputError InQuery(string parameter, string detail) => new() { Parameter = Cut(parameter), Detail = detail };

    internal static InputError InBody(string pointer, string detail) => new() { Place = Cut(pointer), Detail = detail };

    /// <summary>Shortens text of a client for a problem document.</summary>
    internal static string Cut(string words) =>
        words.EnumerateRunes().Skip(MaxCharacters).Any() ? string.Concat(words.EnumerateRunes().Take(MaxCharacters - 1)) + "…" : words;
}
