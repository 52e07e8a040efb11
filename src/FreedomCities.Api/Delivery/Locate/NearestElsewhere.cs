using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http.Requests.Values.Choices;

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

    /// <summary>
    /// What `distanceKm` is measured to: the contact's own `coordinates`, those of its `postal-code`, or the middle of its `city`. Null:
    /// none of them is known.
    /// </summary>
    [AllowedChoices<Vocabulary.LocationSources>(orNull: true)]
    public required string? LocatedBy { get; init; }

    /// <summary>Says that no contact serves the place and where this office is, in English or Spanish.</summary>
    public required string Reason { get; init; }
}
