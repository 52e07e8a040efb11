using System.Globalization;

namespace FreedomCities.Api.Delivery.Locate.Places;

/// <summary>
/// Territories of the United States, which the table postal_code lacks: how a request names one, and what contacts can be found for it.
/// </summary>
internal static class Territories
{
    private static readonly Territory[] All =
    [
        new("PR", "Puerto Rico", "72", [(600, 799), (900, 999)], [(17.8, 18.6, -68.0, -65.2)]),
        new("VI", "the U.S. Virgin Islands", "78", [(800, 899)], [
            (17.6, 17.85, -65.0, -64.4), (18.25, 18.42, -65.2, -64.8), (18.25, 18.38, -64.8, -64.65),
        ]),
        new("GU", "Guam", "66", [(96910, 96932)], [(13.2, 13.7, 144.6, 145.0)]),
        new("MP", "the Northern Mariana Islands", "69", [(96950, 96952)], [(14.1, 20.6, 144.8, 146.1)]),
        new("AS", "American Samoa", "60", [(96799, 96799)], [(-14.6, -14.1, -170.9, -169.4), (-11.1, -11.0, -171.1, -171.0)]),
    ];

    /// <summary>Name of the territory within a sentence; null: the state is none.</summary>
    public static string? FindName(string state) => Array.Find(All, t => t.State == state)?.Name;

    /// <summary>The place that a request names, if it is in a territory.</summary>
    public static Place? Find(LocateRequest request) => Array.Find(All, t => t.Contains(request)) is { } territory
        ? new Place
        {
            PostalCode = request.PostalCode?.Text[..5],
            City = null,
            State = territory.State,
            County = request.County?.Text,
            CountyName = null,
            Latitude = request.Lat,
            Longitude = request.Lon,
            IsPoint = request.Lat is not null,
        }
        : null;

    private sealed record Territory(
        string State,
        string Name,
        string Fips,
        (int First, int Last)[] PostalCodes,
        (double South, double North, double West, double East)[] Boxes)
    {
        public bool Contains(LocateRequest request) => request switch
        {
            { PostalCode: { } code } => Contains(int.Parse(code.Text[..5], CultureInfo.InvariantCulture)),
            { County: { } county } => county.Text.StartsWith(Fips, StringComparison.Ordinal),
            { State: { } state } => state.Text == State,
            _ => Array.Exists(
                Boxes, b => request.Lat >= b.South && request.Lat <= b.North && request.Lon >= b.West && request.Lon <= b.East),
        };

        private bool Contains(int code) => Array.Exists(PostalCodes, r => code >= r.First && code <= r.Last);
    }
}
