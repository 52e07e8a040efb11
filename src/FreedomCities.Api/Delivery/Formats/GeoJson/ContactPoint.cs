using System.ComponentModel.DataAnnotations;

namespace FreedomCities.Api.Delivery.Formats.GeoJson;

/// <summary>Coordinates as a GeoJSON geometry.</summary>
public sealed record ContactPoint
{
    /// <summary>GeoJSON type.</summary>
    [AllowedValues("Point")]
    public string Type => "Point";

    /// <summary>Longitude, then latitude, in degrees (WGS 84). Usually those of the city.</summary>
    public required double[] Coordinates { get; init; }
}
