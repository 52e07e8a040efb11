namespace FreedomCities.Api.Http.Problems;

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
