using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats.GeoJson;

/// <summary>Contacts as GeoJSON (RFC 7946).</summary>
public sealed record ContactFeatureCollection
{
    /// <summary>What this is.</summary>
    [AllowedValues("FeatureCollection")]
    public string Type => "FeatureCollection";

    /// <summary>The contacts, in the order of their list; also those whose coordinates aren't known.</summary>
    public required ContactFeature[] Features { get; init; }

    internal static ContactFeatureCollection From(Page<Contact> page) => new() { Features = [.. page.Items.Select(ContactFeature.From)] };
}
