namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Place in the United States.</summary>
public sealed record Place
{
    /// <summary>Postal code. Null: the request was not by postal code.</summary>
    public required string? PostalCode { get; init; }

    /// <summary>City. Null: the place is a county or a state.</summary>
    public required string? City { get; init; }

    /// <summary>State, two letters.</summary>
    public required string State { get; init; }

    /// <summary>County, FIPS code of five digits. Null: the place is a state.</summary>
    public required string? County { get; init; }

    /// <summary>Name of the county. Null: the place is a state.</summary>
    public required string? CountyName { get; init; }

    internal double Latitude { get; init; }

    internal double Longitude { get; init; }
}
