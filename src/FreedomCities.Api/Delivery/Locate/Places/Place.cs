namespace FreedomCities.Api.Delivery.Locate.Places;

/// <summary>Place in the United States.</summary>
public sealed record Place
{
    /// <summary>Postal code. Null: the request was not by postal code.</summary>
    public required string? PostalCode { get; init; }

    /// <summary>City. Null: the place is a county, a state or in a territory.</summary>
    public required string? City { get; init; }

    /// <summary>State or territory, two letters.</summary>
    public required string State { get; init; }

    /// <summary>County, FIPS code of five digits. Null: the place is a state or in a territory.</summary>
    public required string? County { get; init; }

    /// <summary>Name of the county. Null: the place is a state or in a territory.</summary>
    public required string? CountyName { get; init; }

    /// <summary>Null: unknown, because the place is in a territory.</summary>
    internal double? Latitude { get; init; }

    internal double? Longitude { get; init; }

    /// <summary>The distance from the middle of a state is meaningless to a reader in that state.</summary>
    internal bool IsState => PostalCode is null && County is null && !IsPoint;

    internal bool HasDistances => Latitude is not null && !IsState;

    /// <summary>Whether the request was by coordinates.</summary>
    internal bool IsPoint { get; init; }
}
