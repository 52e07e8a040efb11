using FreedomCities.Api.Delivery.Locate.Places;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Contacts for a place.</summary>
public sealed record LocateResult : IPage
{
    /// <summary>Requested place.</summary>
    public required Place Place { get; init; }

    /// <summary>
    /// Contacts that serve the place: those of its postal code, then of its county, then of its state, each nearest first. Then contacts in
    /// the same state without a declared service area. Then up to 3 offices in other states within 200 km that are nearer than each of
    /// these offices; they count towards `limit`, which leaves a place for the first contact.
    /// </summary>
    public required LocatedContact[] Items { get; init; }

    /// <summary>
    /// Nearest office that matches the filters, which doesn't serve the place. Null: `items` is not empty, or there is none.
    /// </summary>
    public required NearestElsewhere? Elsewhere { get; init; }

    /// <summary>Attribution of the place data. Show it with the results.</summary>
    public required string Attribution { get; init; }

    internal string ReasonLanguage { get; init; } = "en";

    string[] IPage.Languages => Elsewhere is null && Items.Length == 0 ? [] :
    [
        .. Items.Select(i => i.Contact)
            .Append(Elsewhere?.Contact)
            .OfType<IInLanguage>()
            .Select(c => c.ServedLanguage)
            .Prepend(ReasonLanguage)
            .Distinct(StringComparer.Ordinal),
    ];
}
