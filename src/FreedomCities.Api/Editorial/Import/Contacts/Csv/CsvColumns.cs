using System.Globalization;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Contacts.Csv;

/// <summary>The columns of contacts.csv: the members of contacts.json by their paths, with those of the affiliate.</summary>
internal static partial class CsvColumns
{
    public const string AffiliateName = "affiliateName";
    public const string AffiliateUrl = "affiliateUrl";

    /// <summary># is a number from 1.</summary>
    public static readonly string[] All =
    [
        "slug", "kind", "name", "affiliate", AffiliateName, AffiliateUrl, "office", "role", "description", "email",
        "phones.#.number", "phones.#.extension", "phones.#.display", "phones.#.type", "phones.#.country", "phones.#.instruction",
        "phones.#.description", "phones.#.verifiedAt",
        "address.poBox", "address.extended", "address.street", "address.locality", "address.region", "address.postalCode",
        "address.country",
        "location.city", "location.state", "location.county", "location.latitude", "location.longitude",
        "serves.#.kind", "serves.#.code", "serves.#.name",
        "languages",
        "hours.zone", "hours.weekly.#.days", "hours.weekly.#.opens", "hours.weekly.#.closes", "hours.text",
        "accessibility", "source.title", "source.sha256",
    ];

    public static bool IsKnown(string column) => All.Contains(NumberInPath().Replace(column, ".#."), StringComparer.Ordinal);

    /// <summary>Whether its cells are numbers in JSON.</summary>
    public static bool IsNumber(string column) => column is "location.latitude" or "location.longitude";

    /// <summary>Whether its cells are lists in JSON.</summary>
    public static bool IsList(string column) => column == "languages" || column.EndsWith(".days", StringComparison.Ordinal);

    /// <summary>All columns; of the numbered ones those up to the highest number that is used.</summary>
    public static IEnumerable<string> FindUsed(IEnumerable<string> used)
    {
        var counts = used.Select(c => Numbered().Match(c)).Where(m => m.Success)
            .GroupBy(m => m.Groups["list"].Value, m => m.Groups["number"].Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(n => int.Parse(n, CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        return All.Select((column, i) => (column, i))
            .GroupBy(c => ListName(c.column) ?? $"{c.i}", c => c.column, StringComparer.Ordinal)
            .SelectMany(g => Enumerable.Range(1, counts.GetValueOrDefault(g.Key, 1)).SelectMany(n => Number(g, n)));
    }

    private static IEnumerable<string> Number(IEnumerable<string> columns, int number) =>
        columns.Select(c => c.Replace("#", $"{number}", StringComparison.Ordinal));

    private static string? ListName(string column) => column.Split(".#.") is [var list, _] ? list : null;

    [GeneratedRegex(@"\.[1-9][0-9]{0,2}\.")]
    private static partial Regex NumberInPath();

    [GeneratedRegex(@"\A(?<list>.*)\.(?<number>[1-9][0-9]{0,2})\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
