namespace FreedomCities.Api.Delivery.Search;

/// <summary>A question that may be meant.</summary>
public sealed record Suggestion
{
    /// <summary>The whole question.</summary>
    public required string Question { get; init; }

    /// <summary>The FAQ entry's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The question's language (BCP 47).</summary>
    public required string Language { get; init; }
}
