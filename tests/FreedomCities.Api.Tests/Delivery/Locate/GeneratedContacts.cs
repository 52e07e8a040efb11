using System.Globalization;
using FreedomCities.Api.Delivery.Locate.Places;

namespace FreedomCities.Api.Tests.Delivery.Locate;

/// <param name="Number">Ids ascend with it.</param>
/// <param name="State">Stated, or that of the postal code.</param>
/// <param name="At">Where the contact stands; null: nothing is known.</param>
internal sealed record GeneratedContact(
    int Number,
    bool IsPerson,
    string? City,
    string? StatedState,
    string? PostalCode,
    (double Latitude, double Longitude)? Coordinates,
    string? State,
    (double Latitude, double Longitude)? At,
    string? LocatedBy,
    (string Kind, string Code)[] Serves,
    string[] Languages)
{
    public string Slug => $"contact-{Number}";

    /// <summary>How it is found for a place, best first: postal code, county, state, or in the state without service areas.</summary>
    public int? FindTier(PostalPlace place)
    {
        if (Serves.Length == 0)
        {
            return State == place.State ? 3 : null;
        }

        var tier = Array.FindIndex([("postal-code", place.Code), ("county", place.County), ("state", place.State)], Serves.Contains);
        return tier < 0 ? null : tier;
    }
}

internal sealed record PostalPlace(string Code, string City, string State, string County, (double Latitude, double Longitude) At);

/// <summary>1,000 contacts all over the country but in three states, with every kind of gap in their facts.</summary>
public sealed class GeneratedContacts(TestCluster cluster) : Service(cluster)
{
    private const int Count = 1000;

    private const string InsertSql = """
        insert into source_document (id, title, retrieved_at) values (gen_random_uuid(), 'A list', now());
        insert into affiliate (id, slug, name) values (gen_random_uuid(), 'an-affiliate', 'An affiliate');
        insert into record (id, type, slug, updated_at)
        select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid, 'contact', 'contact-' || n, now() from unnest(@numbers) n;
        insert into slug_history (type, slug, record_id, given_at) select 'contact', slug, id, now() from record;
        insert into translation (record_id, language, status, origin, revision, content_hash, source_document_id, published_at, content_changed_at)
        select r.id, 'en', 'published', 'human', 1, 'sha256-' || repeat('0', 64), d.id, now(), now() from record r, source_document d;
        insert into revision (record_id, language, revision, content_hash, significance, at)
        select id, 'en', 1, 'sha256-' || repeat('0', 64), 'major', now() from record;
        insert into contact (id, kind, affiliate_id, office_id, city, state, postal_code, latitude, longitude, languages)
        select r.id, case when g.is_person then 'person' else 'office' end, a.id, case when g.is_person then o.id end,
          g.city, g.state, g.postal_code, g.latitude, g.longitude, string_to_array(g.languages, ',')
        from unnest(@numbers, @persons, @cities, @states, @codes, @latitudes, @longitudes, @languages) as g
          (number, is_person, city, state, postal_code, latitude, longitude, languages)
        join record r on r.slug = 'contact-' || g.number
        join record o on o.slug = 'contact-1'
        cross join affiliate a
        order by g.is_person, g.number;
        insert into service_area (contact_id, kind, code, name)
        select r.id, v.kind, v.code, v.code from unnest(@serving, @kinds, @areas) as v (number, kind, code) join record r on r.slug = 'contact-' || v.number;
        insert into contact_translation (contact_id, language, name) select id, 'en', slug from record;
        """;

    private readonly PostalPlace[] _places = ReadPlaces();

    internal GeneratedContact[] Contacts { get; private set; } = [];

    private protected override string[] Settings => [$"--RateLimits:Locate:Requests={Load.Flood}"];

    internal PostalPlace RandomPlace(Random random) => _places[random.Next(_places.Length)];

    protected override async Task Fill()
    {
        await PostalCodes.Load(Server.Owner, CancellationToken.None);
        var random = new Random(42);
        var byCode = _places.ToDictionary(p => p.Code, StringComparer.Ordinal);
        var byCity = _places.ToLookup(p => (p.State, CityKey(p.City)));
        Contacts = [.. Enumerable.Range(1, Count).Select(n => Create(n, random, byCode, byCity))];
        var areas = Contacts.SelectMany(c => c.Serves.Select(s => (c.Number, s.Kind, s.Code))).ToArray();
        await Given.Execute(InsertSql, new
        {
            numbers = Contacts.Select(c => c.Number).ToArray(),
            persons = Contacts.Select(c => c.IsPerson).ToArray(),
            cities = Contacts.Select(c => c.City).ToArray(),
            states = Contacts.Select(c => c.StatedState).ToArray(),
            codes = Contacts.Select(c => c.PostalCode).ToArray(),
            latitudes = Contacts.Select(c => c.Coordinates?.Latitude).ToArray(),
            longitudes = Contacts.Select(c => c.Coordinates?.Longitude).ToArray(),
            languages = Contacts.Select(c => string.Join(',', c.Languages)).ToArray(),
            serving = areas.Select(a => a.Number).ToArray(),
            kinds = areas.Select(a => a.Kind).ToArray(),
            areas = areas.Select(a => a.Code).ToArray(),
        });
    }

    // St. Louis is Saint Louis.
    private static string CityKey(string city)
    {
        var words = city.ToLowerInvariant().Split(['.', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        words[0] = words.Length == 1 ? words[0] : words[0] switch { "st" => "saint", "ft" => "fort", "mt" => "mount", var word => word };
        return string.Join(' ', words);
    }

    private GeneratedContact Create(
        int number, Random random, Dictionary<string, PostalPlace> byCode, ILookup<(string State, string City), PostalPlace> byCity)
    {
        var home = RandomHome(random);
        var isAbroad = number % 50 == 0;
        (double, double)? coordinates = random.Next(100) < 50
            ? (home.At.Latitude + random.NextDouble(), home.At.Longitude - random.NextDouble())
            : null;
        var code = random.Next(100) < 50 ? home.Code : null;
        var city = random.Next(100) < 60 ? home.City.ToUpperInvariant() : null;
        var state = random.Next(100) < 80 ? home.State : null;
        if (isAbroad)
        {
            (city, state, code, coordinates) = ("San Juan", "PR", "00901", number % 100 == 0 ? (18.47, -66.1) : null);
        }
        else if (random.Next(100) < 3)
        {
            code = "00000"; // unknown
        }

        var place = code is null ? null : byCode.GetValueOrDefault(code);
        place = state is null || place?.State == state ? place : null;
        var inCity = state is null || city is null ? [] : byCity[(state, CityKey(city))].ToArray();
        (double, double)? middle = inCity.Length == 0 ? null : (inCity.Average(p => p.At.Latitude), inCity.Average(p => p.At.Longitude));
        var (at, by) = (coordinates, place, middle) switch
        {
            ({ } c, _, _) => (c, "coordinates"),
            (_, { } p, _) => (p.At, "postal-code"),
            (_, _, { } m) => (m, "city"),
            _ => (((double, double)?)null, (string?)null),
        };
        return new GeneratedContact(
            number, number > 1 && random.Next(100) < 40, city, state, code, coordinates, state ?? place?.State, at, by,
            CreateAreas(random, home, isAbroad), random.Next(3) == 0 ? ["en", "es"] : []);
    }

    private PostalPlace RandomHome(Random random)
    {
        PostalPlace home;
        do
        {
            home = RandomPlace(random);
        }
        while (home.State is "MT" or "NV" or "VT");
        return home;
    }

    private (string, string)[] CreateAreas(Random random, PostalPlace home, bool isAbroad) => random.Next(100) switch
    {
        < 40 => [],
        _ when isAbroad => [("state", "PR")],
        < 70 => [("state", home.State)],
        < 85 => [("county", home.County), ("state", RandomHome(random).State)],
        < 90 => [("postal-code", home.Code), ("county", home.County)],
        _ => [("state", RandomHome(random).State)],
    };

    private static PostalPlace[] ReadPlaces() =>
    [
        .. EmbeddedFiles.Text("seed/us-postal-codes.tsv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(f => new PostalPlace(f[0], f[1], f[2], f[4], (Parse(f[5]), Parse(f[6])))),
    ];

    private static double Parse(string degrees) => double.Parse(degrees, CultureInfo.InvariantCulture);
}
