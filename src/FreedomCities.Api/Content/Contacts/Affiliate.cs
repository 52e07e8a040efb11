namespace FreedomCities.Api.Content.Contacts;

/// <summary>An organisation that offices are of.</summary>
public sealed record Affiliate
{
    /// <summary>Its name in filters.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its website; null: none is known.</summary>
    public required string? Url { get; init; }
}
