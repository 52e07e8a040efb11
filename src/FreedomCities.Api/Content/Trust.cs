using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Content;

/// <summary>Source and review state of a text.</summary>
public sealed record Trust
{
    /// <summary>Whether a person has reviewed the text since its last major change.</summary>
    [AllowedValues("unreviewed", "reviewed")]
    public required string Status { get; init; }

    /// <summary>Time of the last review (RFC 3339, UTC). Null: never reviewed.</summary>
    public required DateTimeOffset? LastReviewedAt { get; init; }

    /// <summary>Role of the reviewer, for example `attorney`. Null: never reviewed.</summary>
    public required string? ReviewedByRole { get; init; }

    /// <summary>Time when the next review is due (RFC 3339, UTC). Null: none planned.</summary>
    public required DateTimeOffset? ReviewDueAt { get; init; }

    /// <summary>Date of the law that the text describes (RFC 3339 full-date). Null: not stated.</summary>
    public required DateOnly? LawAsOf { get; init; }

    /// <summary>Source document of the text.</summary>
    public required Source Source { get; init; }
}
