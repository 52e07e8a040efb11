using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content.Contacts;

namespace FreedomCities.Api.Delivery.Formats.GeoJson;

/// <summary>Contact as a GeoJSON feature.</summary>
public sealed record ContactFeature
{
    /// <summary>GeoJSON type.</summary>
    [AllowedValues("Feature")]
    public string Type => "Feature";

    /// <summary>Id of the contact.</summary>
    public required Guid Id { get; init; }

    /// <summary>Coordinates of the contact. Null: unknown.</summary>
    public required ContactPoint? Geometry { get; init; }

    /// <summary>Contact, as `GET /v1/contacts/{slug}` returns it.</summary>
    public required Contact Properties { get; init; }

    internal static ContactFeature From(Contact contact) => new()
    {
        Id = contact.Id,
        Geometry = contact.Location is
        {
            Latitude: { } latitude,
            Longitude: { } longitude,
        } ? new ContactPoint { Coordinates = [longitude, latitude] } : null,
        Properties = contact,
    };
}
