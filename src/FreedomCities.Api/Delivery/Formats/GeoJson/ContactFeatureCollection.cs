using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats.GeoJson;

/// <summary>Contacts as GeoJSON (RFC 7946).</summary>
public sealed record ContactFeatureCollection
{
    /// <summary>GeoJSON type.</summary>
    [AllowedValues("FeatureCollection")]
    public string Type => "FeatureCollection";

    /// <summary>Contacts in list order, including those without known coordinates.</summary>
    public required ContactFeature[] Features { get; init; }

    internal static ContactFeatureCollection From(Page<Contact> page) => new() { Features = [.. page.Items.Select(ContactFeature.From)] };
}
