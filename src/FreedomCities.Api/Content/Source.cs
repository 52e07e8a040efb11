namespace FreedomCities.Api.Content;

/// <summary>Where a text comes from.</summary>
public sealed record Source
{
    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>When this edition of it was first imported (RFC 3339).</summary>
    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>SHA-256 of the imported document's bytes, in lower-case hex; null: the facts weren't in an imported document.</summary>
    public required string? Sha256 { get; init; }
}
