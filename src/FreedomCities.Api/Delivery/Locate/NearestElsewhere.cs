using FreedomCities.Api.Content.Contacts;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>An office that doesn't serve the place.</summary>
public sealed record NearestElsewhere
{
    /// <summary>The office, as a single read gives it.</summary>
    public required Contact Contact { get; init; }

    /// <summary>Kilometres from the place, a county's or a state's from its middle, as the crow flies; null: not known.</summary>
    public required double? DistanceKm { get; init; }

    /// <summary>That nobody serves the place, and where this office is, in words: in English or Spanish.</summary>
    public required string Reason { get; init; }
}
