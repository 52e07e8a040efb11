namespace FreedomCities.Api.Delivery.Locate;

/// <summary>
/// Finds the contacts for a place: those of its tiers, then nearer offices in other states; if there are none, the nearest office.
/// </summary>
internal sealed class LocateSearch(LocateQueries contacts)
{
    private const string Attribution =
        "Places: GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)";

    private static readonly (string, string?)[] Offices = [("office", "")];

    public async Task<LocateResult> Run(Lookup lookup, CancellationToken ct)
    {
        var reasons = new Reasons(lookup);
        var all = await contacts.FindNearest(reasons.Tiers, lookup, lookup.Limit, MostNearer(lookup), ct);
        var (matches, nearer) = (Array.FindAll(all, m => m.Tier > 0), Array.FindAll(all, m => m.Tier == 0));
        var elsewhere = matches.Length == 0 && lookup.Place.Latitude is not null
            ? await contacts.FindNearest(Offices, lookup, most: 1, mostNearer: 0, ct)
            : [];
        return new LocateResult
        {
            Place = lookup.Place,
            Items = matches.Length == 0 ? [] : reasons.Explain([.. matches.Take(lookup.Limit - nearer.Length), .. nearer]),
            Elsewhere = elsewhere.Select(reasons.ExplainElsewhere).FirstOrDefault(),
            Attribution = Attribution,
            ReasonLanguage = reasons.Language,
        };
    }

    /// <summary>Whether there are contacts for the place, regardless of filters.</summary>
    public async Task<bool> IsCovered(Lookup lookup, CancellationToken ct)
    {
        var unfiltered = lookup with { Request = lookup.Request with { Languages = null, Open = null } };
        return lookup.Request.IsFiltered
            && (await contacts.FindNearest(new Reasons(unfiltered).Tiers, unfiltered, most: 1, mostNearer: 0, ct)).Length > 0;
    }

    // At least one place is left for the contacts that serve.
    private static int MostNearer(Lookup lookup) =>
        lookup.Place.HasDistances ? Math.Min(LocateQueries.MaxNearer, lookup.Limit - 1) : 0;
}
