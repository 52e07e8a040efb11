using System.Globalization;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Contacts.Opening;
using FreedomCities.Api.Delivery.Locate.Places;
using FreedomCities.Api.Delivery.Texts;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Writes the reasons for matches in the reader's language. Names are not translated.</summary>
internal sealed class Reasons(Lookup lookup)
{
    private readonly ReaderTexts _texts = ReaderTexts.ForLanguages(lookup.Languages.Candidates);

    public string Language => _texts.Language;

    /// <summary>Match tiers for the place, as in the table contact_reach, best tier first.</summary>
    public (string Kind, string? Code)[] Tiers { get; } =
    [
        .. new[]
        {
            ("postal-code", lookup.Place.PostalCode), ("county", lookup.Place.County), ("state", lookup.Place.State),
            ("located", lookup.Place.State),
        }.Where(w => w.Item2 is not null),
    ];

    private Place Place => lookup.Place;

    private LocateTexts Texts => _texts.Locate;

    /// <summary>An office is the nearest one unless others in other states are nearer.</summary>
    public LocatedContact[] Explain(Match[] matches)
    {
        var isAny = matches.All(m => m.Tier > 0);
        return [.. matches.Select(m => Explain(m, isAny && m.Contact.Kind == "office" && m.Distance == m.NearestOffice))];
    }

    public NearestElsewhere ExplainElsewhere(Match match)
    {
        var km = Km(match);
        var sentence = (lookup.Request.IsFiltered, km) switch
        {
            (false, null) => Texts.Elsewhere,
            (false, _) => Texts.NearestElsewhere,
            (true, null) => Texts.ElsewhereFiltered,
            (true, _) => Texts.NearestElsewhereFiltered,
        };
        return new NearestElsewhere
        {
            Contact = match.Contact,
            DistanceKm = km,
            LocatedBy = match.LocatedBy,
            Reason = AddOrigin(_texts.Format(sentence, PlaceName, FormatLocation(match.Contact), FormatDistance(match, km)), match, km),
        };
    }

    private LocatedContact Explain(Match match, bool isNearest)
    {
        var km = Km(match);
        var distance = FormatDistance(match, km);
        var area = match.Tier == 0 ? null : FindArea(match)?.Name;
        var (by, reason) = area is null
            ? ExplainLocation(match, distance, isNearest)
            : ("service-area", ExplainArea(area, distance, isNearest));
        var opening = OpeningState.Create(match.Contact, lookup.Now);
        return new LocatedContact
        {
            Contact = match.Contact,
            MatchedBy = by,
            DistanceKm = km,
            LocatedBy = match.LocatedBy,
            OpenNow = opening.OpenNow,
            OpensNext = opening.OpensNext,
            Reason = AddOrigin(reason, match, km),
        };
    }

    private string PlaceName => Place.City ?? Place.CountyName ?? States.Name(Place.State);

    private ServiceArea? FindArea(Match match) => match.Contact.Serves.FirstOrDefault(a => (a.Kind, a.Code) == Tiers[match.Tier - 1]);

    private string ExplainArea(string area, string distance, bool isNearest)
    {
        var atDistance = isNearest ? Texts.ServesNearest : Texts.ServesAtDistance;
        return _texts.Format(distance.Length == 0 ? Texts.Serves : atDistance, area, distance);
    }

    private (string By, string Reason) ExplainLocation(Match match, string distance, bool isNearest)
    {
        var atDistance = isNearest ? Texts.Nearest : Texts.AtDistance;
        return match switch
        {
            { Tier: 0 } => ("distance", _texts.Format(Texts.AcrossBorder, PlaceName, FormatLocation(match.Contact), distance)),
            _ when distance.Length == 0 => ("state", _texts.Format(Texts.InState, States.Name(Place.State))),
            _ => ("distance", _texts.Format(atDistance, distance)),
        };
    }

    private string FormatLocation(Contact contact) => contact.Location switch
    {
        { City: { } city, State: { } state } => _texts.Format(Texts.City, $"{city}, {state}"),
        { City: { } city } => _texts.Format(Texts.City, city),
        _ => contact.Name,
    };

    private string FormatDistance(Match match, double? km)
    {
        var number = km?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? "";
        return km is null || match.LocatedBy == "coordinates" ? number : _texts.Format(Texts.About, number);
    }

    /// <summary>Says that a distance isn't measured from the contact's own coordinates.</summary>
    private string AddOrigin(string reason, Match match, double? km) => (km, match.LocatedBy) switch
    {
        ({ }, "postal-code") => _texts.Format(Texts.FromPostalCode, reason),
        ({ }, "city") => _texts.Format(Texts.FromCity, reason),
        _ => reason,
    };

    private double? Km(Match match) => Place.HasDistances ? Rounded(match.Distance) : null;

    private static double? Rounded(double? km) => km is { } exact ? Math.Round(exact, exact < 10 ? 1 : 0) : null;
}
