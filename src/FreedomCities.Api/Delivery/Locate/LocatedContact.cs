using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content.Contacts;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>A contact for a place, and why.</summary>
public sealed record LocatedContact
{
    /// <summary>The contact, as a single read gives it.</summary>
    public required Contact Contact { get; init; }

    /// <summary>service-area: it serves the place; distance: it is in the same state; state: that too, and how far it is isn't known.</summary>
    [AllowedValues("service-area", "distance", "state")]
    public required string MatchedBy { get; init; }

    /// <summary>Kilometres from the place as the crow flies, a county's from its middle; null: not known, and where a state was asked for.</summary>
    public required double? DistanceKm { get; init; }

    /// <summary>Why it is here, in words: in English or Spanish.</summary>
    public required string Reason { get; init; }
}
