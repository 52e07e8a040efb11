namespace FreedomCities.Api.Delivery.Locate;

/// <summary>A place in the United States.</summary>
public sealed record Place
{
    /// <summary>The postal code; null: it isn't what was asked by.</summary>
    public required string? PostalCode { get; init; }

    /// <summary>The city; null for a county or a state.</summary>
    public required string? City { get; init; }

    /// <summary>The state, in two letters.</summary>
    public required string State { get; init; }

    /// <summary>The county (FIPS); null for a state.</summary>
    public required string? County { get; init; }

    /// <summary>The county's name; null for a state.</summary>
    public required string? CountyName { get; init; }

    internal double Latitude { get; init; }

    internal double Longitude { get; init; }
}
