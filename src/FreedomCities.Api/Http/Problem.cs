using System.Text.Json.Serialization;

namespace FreedomCities.Api.Http;

/// <summary>A failure (RFC 9457, application/problem+json). What Problems.cs writes, as the OpenAPI document describes it.</summary>
public sealed record Problem
{
    /// <summary>URL of a page that says what this kind of failure means and what to do.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of failure in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened this time.</summary>
    public required string Detail { get; init; }

    /// <summary>The kind of failure, stable, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>Names this request in the service's log.</summary>
    public required string TraceId { get; init; }

    /// <summary>With 400 invalid-request: what is wrong with each parameter, or with each member of the body.</summary>
    public InputError[]? Errors { get; init; }

    /// <summary>With 410: why it was withdrawn: law-changed, superseded, merged or error.</summary>
    public string? Reason { get; init; }

    /// <summary>With 410: since when it is withdrawn (RFC 3339).</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>With 410: slug of the record to show instead; null: none.</summary>
    public string? ReplacedBy { get; init; }
}

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
