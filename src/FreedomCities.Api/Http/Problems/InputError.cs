using System.Text.Json.Serialization;

namespace FreedomCities.Api.Http.Problems;

/// <summary>What is wrong with one parameter of the query, or with one place of the body.</summary>
public sealed record InputError
{
    private const int MaxCharacters = 100;

    /// <summary>The parameter's name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>Where in the body (RFC 6901); empty: the body as a whole.</summary>
    [JsonPropertyName("pointer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Place { get; init; }

    /// <summary>What belongs there.</summary>
    public required string Detail { get; init; }

    internal static InputError InQuery(string parameter, string detail) => new() { Parameter = Cut(parameter), Detail = detail };

    internal static InputError InBody(string pointer, string detail) => new() { Place = Cut(pointer), Detail = detail };

    /// <summary>A client's own words, short enough for a problem document.</summary>
    internal static string Cut(string words) =>
        words.EnumerateRunes().Skip(MaxCharacters).Any() ? string.Concat(words.EnumerateRunes().Take(MaxCharacters - 1)) + "…" : words;
}
