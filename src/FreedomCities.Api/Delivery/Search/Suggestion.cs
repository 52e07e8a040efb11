namespace FreedomCities.Api.Delivery.Search;

/// <summary>Suggested question.</summary>
public sealed record Suggestion
{
    /// <summary>Complete question, as plain text.</summary>
    public required string Question { get; init; }

    /// <summary>Current slug of the FAQ entry.</summary>
    public required string Slug { get; init; }

    /// <summary>Language of the question (BCP 47).</summary>
    public required string Language { get; init; }
}
