using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Whom one can reach from a place.</summary>
public sealed record Located : IPage
{
    /// <summary>The place that was asked for.</summary>
    public required Place Place { get; init; }

    /// <summary>Who serves the place (its postal code before its county before its state), the nearest first; then who is in its state and says of no area that it serves it.</summary>
    public required LocatedContact[] Items { get; init; }

    /// <summary>With no items: the nearest office anywhere, which doesn't serve the place; else null.</summary>
    public required Elsewhere? Elsewhere { get; init; }

    /// <summary>Whose data the places are; show it with them.</summary>
    public required string Attribution { get; init; }

    internal string ReasonLanguage { get; init; } = "en";

    string[] IPage.Languages => Elsewhere is null && Items.Length == 0 ? [] :
    [
        .. Items.Select(i => i.Contact).Append(Elsewhere?.Contact).OfType<IInLanguage>().Select(c => c.ServedLanguage).Prepend(ReasonLanguage).Distinct(StringComparer.Ordinal),
    ];
}

/// <summary>A place in the United States.</summary>
public sealed record Place
{
    /// <summary>The postal code; null: it isn't what was asked by.</summary>
    public required string? PostalCode { get; init; }

    /// <summary>The city; null for a county or a state.</summary>
    public required string? City { get; init; }

    /// <summary>The state, in two letters.</summary>
    public required string State { get; init; }

    /// <summary>The county (FIPS); null for a state.</summary>
    public required string? County { get; init; }

    /// <summary>The county's name; null for a state.</summary>
    public required string? CountyName { get; init; }

    internal double Latitude { get; init; }

    internal double Longitude { get; init; }
}

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

/// <summary>An office that doesn't serve the place.</summary>
public sealed record Elsewhere
{
    /// <summary>The office, as a single read gives it.</summary>
    public required Contact Contact { get; init; }

    /// <summary>Kilometres from the place, a county's or a state's from its middle, as the crow flies; null: not known.</summary>
    public required double? DistanceKm { get; init; }

    /// <summary>That nobody serves the place, and where this office is, in words: in English or Spanish.</summary>
    public required string Reason { get; init; }
}
