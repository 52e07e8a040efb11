using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Delivery.Formats.GeoJson;

/// <summary>A place on the map.</summary>
public sealed record ContactPoint
{
    /// <summary>What this is.</summary>
    [AllowedValues("Point")]
    public string Type => "Point";

    /// <summary>Degrees east, then degrees north (WGS 84), of the city unless the source says otherwise.</summary>
    public required double[] Coordinates { get; init; }
}
