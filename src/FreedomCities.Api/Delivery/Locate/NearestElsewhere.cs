using FreedomCities.Api.Content.Contacts;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Nearest office, which doesn't serve the place.</summary>
public sealed record NearestElsewhere
{
    /// <summary>Office, as `GET /v1/contacts/{slug}` returns it.</summary>
    public required Contact Contact { get; init; }

    /// <summary>
    /// Great-circle distance from the place in kilometres, measured from the middle of a county. Null: unknown, or the place is a state.
    /// </summary>
    public required double? DistanceKm { get; init; }

    /// <summary>Says that no contact serves the place and where this office is, in English or Spanish.</summary>
    public required string Reason { get; init; }
}
