using System.Globalization;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Writes the reasons for matches in English or Spanish. Names are not translated.</summary>
internal sealed class Reasons(Languages languages, Place place)
{
    private readonly bool _spanish = languages.Candidates.FirstOrDefault(c => c is "en" or "es") == "es";

    public string Language => _spanish ? "es" : "en";

    /// <summary>Match tiers for the place, as in the table contact_reach, best tier first.</summary>
    public (string Kind, string? Code)[] Tiers { get; } =
    [
        .. new[] { ("postal-code", place.PostalCode), ("county", place.County), ("state", place.State), ("located", place.State) }.Where(w => w.Item2 is not null),
    ];

    public LocatedContact[] Explain(Match[] matches) =>
        [.. matches.Select(m => Explain(m, isNearest: m.Contact.Kind == "office" && m.Distance == m.NearestOffice))];

    public NearestElsewhere ExplainElsewhere(Match match)
    {
        var (whom, where, km) = (place.City ?? place.CountyName ?? States.Name(place.State), Where(match.Contact), Km(match));
        return new NearestElsewhere
        {
            Contact = match.Contact,
            DistanceKm = km,
            Reason = (_spanish, km) switch
            {
                (false, null) => $"Nobody here serves {whom}; an office elsewhere is {where}",
                (false, { } known) => $"Nobody here serves {whom}; the nearest office is {where}, {Away(known)}",
                (true, null) => $"Nadie de aquí atiende en {whom}; una oficina en otra parte: {where}",
                (true, { } known) => $"Nadie de aquí atiende en {whom}; la oficina más cercana: {where}, {Away(known)}",
            },
        };
    }

    private LocatedContact Explain(Match match, bool isNearest)
    {
        var km = Km(match);
        var away = km is null ? null : Away(km.Value) + (!isNearest ? "" : _spanish ? ", la oficina más cercana" : ", nearest office");
        var area = match.Contact.Serves.FirstOrDefault(a => (a.Kind, a.Code) == Tiers[match.Tier - 1])?.Name;
        var (by, reason) = (area, away) switch
        {
            ({ } served, null) => ("service-area", $"{(_spanish ? "Atiende en" : "Serves")} {served}"),
            ({ } served, _) => ("service-area", $"{(_spanish ? "Atiende en" : "Serves")} {served}{(isNearest ? "; " : ", ")}{away}"),
            (null, { } far) => ("distance", char.ToUpperInvariant(far[0]) + far[1..]),
            _ => ("state", $"{(_spanish ? "En" : "In")} {States.Name(place.State)}"),
        };
        return new LocatedContact { Contact = match.Contact, MatchedBy = by, DistanceKm = km, Reason = reason };
    }

    private string Where(Contact contact) => contact.Location switch
    {
        { City: { } city, State: { } state } => $"{(_spanish ? "en" : "in")} {city}, {state}",
        { City: { } city } => $"{(_spanish ? "en" : "in")} {city}",
        _ => contact.Name,
    };

    private string Away(double km)
    {
        var number = km.ToString("#,0.#", CultureInfo.InvariantCulture);
        return _spanish ? $"a {number} km" : $"{number} km away";
    }

    // The distance from the middle of a state is meaningless to a reader in that state.
    private double? Km(Match match) => place.County is null ? null : Rounded(match.Distance);

    private static double? Rounded(double? km) => km is { } exact ? Math.Round(exact, exact < 10 ? 1 : 0) : null;
}
