namespace FreedomCities.Api.Http.Problems;

/// <summary>Problem document (RFC 9457, `application/problem+json`).</summary>
public sealed record Problem
{
    /// <summary>URL of the page that explains this problem and what to do.</summary>
    public required string Type { get; init; }

    /// <summary>Short title of the problem.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status code.</summary>
    public required int Status { get; init; }

    /// <summary>Explanation of this occurrence.</summary>
    public required string Detail { get; init; }

    /// <summary>Stable, machine-readable code of the problem.</summary>
    public required string Code { get; init; }

    /// <summary>Id of this request in the log of the service.</summary>
    public required string TraceId { get; init; }

    /// <summary>With 400 `invalid-request`: up to 10 errors in query parameters or in the body.</summary>
    public InputError[]? Errors { get; init; }

    /// <summary>With 410 `gone`: reason of the withdrawal: `law-changed`, `superseded`, `merged`, `error` or `erased`.</summary>
    public string? Reason { get; init; }

    /// <summary>With 410 `gone`: time of the withdrawal (RFC 3339, UTC).</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>With 410 `gone`: slug of the published record to show instead. Null: none.</summary>
    public string? ReplacedBy { get; init; }
}
