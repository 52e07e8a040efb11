using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Content;

/// <summary>Who stands behind a text.</summary>
public sealed record Trust
{
    /// <summary>Whether a person has reviewed it since its last major change.</summary>
    [AllowedChoices<Vocabulary.ReviewStatuses>]
    public required string Status { get; init; }

    /// <summary>When a person last reviewed it (RFC 3339); null: never.</summary>
    public required DateTimeOffset? LastReviewedAt { get; init; }

    /// <summary>In which role that person did, for example attorney; null: nobody has.</summary>
    public required string? ReviewedByRole { get; init; }

    /// <summary>When the next review is due; null: none is planned.</summary>
    public required DateTimeOffset? ReviewDueAt { get; init; }

    /// <summary>The day (RFC 3339 full-date) whose law the text describes; null: not stated.</summary>
    public required DateOnly? LawAsOf { get; init; }

    /// <summary>Where the text comes from.</summary>
    public required Source Source { get; init; }
}
