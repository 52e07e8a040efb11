using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Feeds;

/// <summary>Contacts as GeoJSON (RFC 7946).</summary>
public sealed record ContactMap
{
    /// <summary>What this is.</summary>
    [AllowedValues("FeatureCollection")]
    public string Type => "FeatureCollection";

    /// <summary>The contacts, in the order of their list; also those whose coordinates aren't known.</summary>
    public required ContactFeature[] Features { get; init; }

    internal static ContactMap Of(Page<Contact> page) => new() { Features = [.. page.Items.Select(ContactFeature.Of)] };
}

/// <summary>A contact on the map.</summary>
public sealed record ContactFeature
{
    /// <summary>What this is.</summary>
    [AllowedValues("Feature")]
    public string Type => "Feature";

    /// <summary>The contact's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it is; null: not known.</summary>
    public required ContactPoint? Geometry { get; init; }

    /// <summary>The contact, the same as the single read gives.</summary>
    public required Contact Properties { get; init; }

    internal static ContactFeature Of(Contact contact) => new()
    {
        Id = contact.Id,
        Geometry = contact.Location is { Latitude: { } latitude, Longitude: { } longitude } ? new ContactPoint { Coordinates = [longitude, latitude] } : null,
        Properties = contact,
    };
}

/// <summary>A place on the map.</summary>
public sealed record ContactPoint
{
    /// <summary>What this is.</summary>
    [AllowedValues("Point")]
    public string Type => "Point";

    /// <summary>Degrees east, then degrees north (WGS 84), of the city unless the source says otherwise.</summary>
    public required double[] Coordinates { get; init; }
}
