using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Contact for a place, with the reason for the match.</summary>
public sealed record LocatedContact
{
    /// <summary>Contact, as `GET /v1/contacts/{slug}` returns it.</summary>
    public required Contact Contact { get; init; }

    /// <summary>
    /// `service-area`: serves the place. `distance`: in the same state, or an office in another state that is nearer; at a known distance.
    /// `state`: in the same state, at an unknown distance.
    /// </summary>
    [AllowedValues("service-area", "distance", "state")]
    public required string MatchedBy { get; init; }

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

    /// <summary>Whether the contact is open now. Null: its weekly hours aren't stated.</summary>
    public required bool? OpenNow { get; init; }

    /// <summary>Time of the next opening (RFC 3339, UTC). Null: it is open, or its weekly hours aren't stated.</summary>
    public required DateTimeOffset? OpensNext { get; init; }

    /// <summary>Reason for the match as a sentence, in English or Spanish.</summary>
    public required string Reason { get; init; }
}
