using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content.Contacts;

namespace FreedomCities.Api.Delivery.Formats.GeoJson;

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

    internal static ContactFeature From(Contact contact) => new()
    {
        Id = contact.Id,
        Geometry = contact.Location is { Latitude: { } latitude, Longitude: { } longitude } ? new ContactPoint { Coordinates = [longitude, latitude] } : null,
        Properties = contact,
    };
}
