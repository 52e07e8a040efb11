using System.Globalization;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Contacts.Opening;
using FreedomCities.Api.Delivery.Texts;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>Writes the reasons for matches in the reader's language. Names are not translated.</summary>
internal sealed class Reasons(Languages languages, Place place, DateTimeOffset now)
{
    private readonly ReaderTexts _texts = ReaderTexts.ForLanguages(languages.Candidates);

    public string Language => _texts.Language;

    /// <summary>Match tiers for the place, as in the table contact_reach, best tier first.</summary>
    public (string Kind, string? Code)[] Tiers { get; } =
    [
        .. new[] { ("postal-code", place.PostalCode), ("county", place.County), ("state", place.State), ("located", place.State) }
            .Where(w => w.Item2 is not null),
    ];

    private LocateTexts Texts => _texts.Locate;

    public LocatedContact[] Explain(Match[] matches) =>
        [.. matches.Select(m => Explain(m, isNearest: m.Contact.Kind == "office" && m.Distance == m.NearestOffice))];

    public NearestElsewhere ExplainElsewhere(Match match)
    {
        var km = Km(match);
        var sentence = km is null ? Texts.Elsewhere : Texts.NearestElsewhere;
        var name = place.City ?? place.CountyName ?? States.Name(place.State);
        return new NearestElsewhere
        {
            Contact = match.Contact,
            DistanceKm = km,
            Reason = _texts.Format(sentence, name, FormatLocation(match.Contact), FormatDistance(km)),
        };
    }

    private LocatedContact Explain(Match match, bool isNearest)
    {
        var km = Km(match);
        var area = match.Contact.Serves.FirstOrDefault(a => (a.Kind, a.Code) == Tiers[match.Tier - 1])?.Name;
        var (by, reason) = area is null ? ExplainLocation(km, isNearest) : ("service-area", ExplainArea(area, km, isNearest));
        var opening = OpeningState.Create(match.Contact, now);
        return new LocatedContact
        {
            Contact = match.Contact,
            MatchedBy = by,
            DistanceKm = km,
            OpenNow = opening.OpenNow,
            OpensNext = opening.OpensNext,
            Reason = reason,
        };
    }

    private string ExplainArea(string area, double? km, bool isNearest)
    {
        var atDistance = isNearest ? Texts.ServesNearest : Texts.ServesAtDistance;
        return _texts.Format(km is null ? Texts.Serves : atDistance, area, FormatDistance(km));
    }

    private (string By, string Reason) ExplainLocation(double? km, bool isNearest) => km is null
        ? ("state", _texts.Format(Texts.InState, States.Name(place.State)))
        : ("distance", _texts.Format(isNearest ? Texts.Nearest : Texts.AtDistance, FormatDistance(km)));

    private string FormatLocation(Contact contact) => contact.Location switch
    {
        { City: { } city, State: { } state } => _texts.Format(Texts.City, $"{city}, {state}"),
        { City: { } city } => _texts.Format(Texts.City, city),
        _ => contact.Name,
    };

    private static string FormatDistance(double? km) => km?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? "";

    // The distance from the middle of a state is meaningless to a reader in that state.
    private double? Km(Match match) => place.County is null ? null : Rounded(match.Distance);

    private static double? Rounded(double? km) => km is { } exact ? Math.Round(exact, exact < 10 ? 1 : 0) : null;
}
