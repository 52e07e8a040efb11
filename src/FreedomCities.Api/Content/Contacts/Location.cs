namespace FreedomCities.Api.Content.Contacts;

/// <summary>Where a contact is.</summary>
public sealed record Location
{
    /// <summary>The city; null: not stated.</summary>
    public required string? City { get; init; }

    /// <summary>The state, in two letters; null: not stated.</summary>
    public required string? State { get; init; }

    /// <summary>The county (FIPS); null: not stated.</summary>
    public required string? County { get; init; }

    /// <summary>Degrees north (WGS 84), of the city unless the source says otherwise; null: not stated.</summary>
    public required double? Latitude { get; init; }

    /// <summary>Degrees east (WGS 84); null: not stated.</summary>
    public required double? Longitude { get; init; }
}
