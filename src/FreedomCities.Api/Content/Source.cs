namespace FreedomCities.Api.Content;

/// <summary>Source document of a text.</summary>
public sealed record Source
{
    /// <summary>Title of the document.</summary>
    public required string Title { get; init; }

    /// <summary>Time when this version of the document was first imported (RFC 3339, UTC).</summary>
    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>Date of the document, as it declares it or an editor states it. Null: unknown.</summary>
    public required DateOnly? DocumentDate { get; init; }

    /// <summary>SHA-256 of the imported file, in lower-case hex. Null: the source is not an imported file.</summary>
    public required string? Sha256 { get; init; }
}
