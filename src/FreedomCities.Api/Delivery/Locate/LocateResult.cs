using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Whom one can reach from a place.</summary>
public sealed record LocateResult : IPage
{
    /// <summary>The place that was asked for.</summary>
    public required Place Place { get; init; }

    /// <summary>Who serves the place (its postal code before its county before its state), the nearest first; then who is in its state and says of no area that it serves it.</summary>
    public required LocatedContact[] Items { get; init; }

    /// <summary>With no items: the nearest office anywhere, which doesn't serve the place; else null.</summary>
    public required NearestElsewhere? Elsewhere { get; init; }

    /// <summary>Whose data the places are; show it with them.</summary>
    public required string Attribution { get; init; }

    internal string ReasonLanguage { get; init; } = "en";

    string[] IPage.Languages => Elsewhere is null && Items.Length == 0 ? [] :
    [
        .. Items.Select(i => i.Contact).Append(Elsewhere?.Contact).OfType<IInLanguage>().Select(c => c.ServedLanguage).Prepend(ReasonLanguage).Distinct(StringComparer.Ordinal),
    ];
}
