namespace FreedomCities.Api.Content.Contacts;

/// <summary>Location of a contact.</summary>
public sealed record Location
{
    /// <summary>City. Null: not stated.</summary>
    public required string? City { get; init; }

    /// <summary>State, two letters. Null: not stated.</summary>
    public required string? State { get; init; }

    /// <summary>County, FIPS code of five digits. Null: not stated.</summary>
    public required string? County { get; init; }

    /// <summary>Latitude in degrees (WGS 84), positive to the north. Usually that of the city. Null: not stated.</summary>
    public required double? Latitude { get; init; }

    /// <summary>Longitude in degrees (WGS 84), positive to the east. Usually that of the city. Null: not stated.</summary>
    public required double? Longitude { get; init; }
}
