using System.Collections.Concurrent;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Locate;

/// <summary>What locate finds for 1,000 postal codes, beside a search through all contacts.</summary>
public sealed class BruteForceTests(GeneratedContacts service) : IClassFixture<GeneratedContacts>
{
    private const int Limit = 10;

    [Fact]
    public async Task ThousandPostalCodes_GetWhatASearchThroughAllContactsFinds()
    {
        var random = new Random(17);
        var places = Enumerable.Range(0, 1000)
            .Select(i => (Place: service.RandomPlace(random), Language: i % 4 == 0 ? "es" : null))
            .ToArray();
        var (wrong, seen) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());

        await Parallel.ForEachAsync(places, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (asked, _) =>
        {
            var query = $"postalCode={asked.Place.Code}&limit={Limit}" + (asked.Language is null ? "" : "&languages=" + asked.Language);
            var (found, expected) = (Show(await service.Json("/v1/contacts/locate?" + query)), Search(asked.Place, asked.Language));
            seen.Add(expected);
            if (found != expected)
            {
                wrong.Add($"{query}:\n{found}\n{expected}\n");
            }
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} differ:\n{string.Concat(wrong.Take(3))}");
        foreach (var kind in new[] { "service-area", "distance 1", "across", "state null", "elsewhere", "postal-code", "city" })
        {
            Assert.True(seen.Any(s => s.Contains(kind, StringComparison.Ordinal)), $"No place has '{kind}'.");
        }
    }

    private static string Show(JsonElement located)
    {
        var items = located.GetProperty("items").EnumerateArray().Select(i => Show(i, MatchedBy(i)));
        var elsewhere = located.GetProperty("elsewhere");
        return string.Join('\n', items)
            + (elsewhere.ValueKind is JsonValueKind.Null ? "" : Show(elsewhere, "elsewhere"));

        static string Show(JsonElement item, string matchedBy) =>
            $"{item.GetProperty("contact").Text("slug")} {matchedBy} {item.GetProperty("distanceKm").GetRawText()} "
            + item.GetProperty("locatedBy").GetString();
    }

    private static string MatchedBy(JsonElement item) =>
        item.Text("reason").Contains("not listed", StringComparison.Ordinal) ? "across" : item.Text("matchedBy");

    private string Search(PostalPlace place, string? language)
    {
        var all = service.Contacts.Where(c => language is null || c.Languages.Contains(language))
            .Select(c => (Contact: c, Tier: c.FindTier(place), Km: c.At is { } at ? Distance(place.At, at) : (double?)null))
            .ToArray();
        var serving = all.Where(c => c.Tier is not null)
            .OrderBy(c => c.Tier)
            .ThenBy(c => c.Km ?? double.MaxValue)
            .ThenBy(c => c.Contact.IsPerson)
            .ThenBy(c => c.Contact.Number)
            .Take(Limit)
            .ToArray();
        var nearest = all.Where(c => c.Tier is not null && !c.Contact.IsPerson).Min(c => c.Km) ?? double.MaxValue;
        var offices = all.Where(c => !c.Contact.IsPerson && c.Tier is null && c.Km is not null)
            .OrderBy(c => c.Km)
            .ThenBy(c => c.Contact.Number);
        if (serving.Length == 0)
        {
            return offices.Select(c => Show(c.Contact, "elsewhere", c.Km)).FirstOrDefault() ?? "";
        }

        var nearer = offices.Where(c => c.Km < nearest && c.Km <= 200 && c.Contact.State is not null && c.Contact.State != place.State)
            .Take(3)
            .ToArray();
        return string.Join('\n', [
            .. serving.Take(Limit - nearer.Length).Select(c => Show(c.Contact, MatchedBy(c.Tier, c.Km), c.Km)),
            .. nearer.Select(c => Show(c.Contact, "across", c.Km)),
        ]);
    }

    private static string MatchedBy(int? tier, double? km) => (tier, km) switch
    {
        ( < 3, _) => "service-area",
        (_, null) => "state",
        _ => "distance",
    };

    private static string Show(GeneratedContact contact, string matchedBy, double? km)
    {
        var shown = km is { } exact ? JsonSerializer.Serialize(Math.Round(exact, exact < 10 ? 1 : 0)) : "null";
        return $"{contact.Slug} {matchedBy} {shown} {contact.LocatedBy}";
    }

    private static double Distance((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var (north, east) = (Radians(b.Latitude - a.Latitude), Radians(b.Longitude - a.Longitude));
        var h = Math.Pow(Math.Sin(north / 2), 2)
            + (Math.Cos(Radians(a.Latitude)) * Math.Cos(Radians(b.Latitude)) * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * 6371.0088 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
