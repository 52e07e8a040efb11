using System.Text.Json;
using System.Text.Json.Nodes;

namespace FreedomCities.Api.Tests.Editorial.Import.Contacts;

/// <summary>A generated list in the shape of a public directory.</summary>
internal static class OfficeList
{
    public const int Count = 1_000;

    private static readonly string[] AreaCodes = ["505", "575", "602", "303", "212", "415", "907", "808", "787"];

    /// <summary>Spellings of a number: 505 stands for the area code, 266 for the exchange, 5915 for the line.</summary>
    private static readonly string[] Plain =
    [
        "505-266-5915", "(505) 266-5915", "(505)266-5915", "505.266.5915", "505 266 5915", "5052665915", "1-505-266-5915",
        "1 (505) 266-5915", "+1 505 266 5915", "+15052665915", "+1-505-266-5915", "+1 (505) 266-5915", "1.505.266.5915", "15052665915",
        "505/266-5915", "505–266–5915", "505‑266‑5915", "(505)\u00a0266-5915", " 505-266-5915 ", "505 - 266 - 5915", "tel:+1-505-266-5915",
        "Tel. 505-266-5915", "Phone: (505) 266-5915", "505-266-5915 (main)", "505-266-5915 (TTY)",
    ];

    private static readonly string[] Extended =
    [
        "505-266-5915 ext. 007", "505-266-5915 ext 007", "505-266-5915 x007", "505-266-5915, ext. 007", "(505) 266-5915 extension 007",
        "505-266-5915 Ext: 007", "(505) 266-5915 (ext. 007)", "505-266-5915 #007", "tel:+1-505-266-5915;ext=007",
        "505-266-5915 extensión 007",
    ];

    private static readonly string[] Sentences =
    [
        "Monday to Friday, 9 a.m. to 5 p.m.", "By appointment only", "24 hours, every day", "Mon–Thu 8:30–4:30; closed for lunch",
        "Lunes a viernes, de 9 a 17 h", "First Tuesday of the month, 6:00 pm",
    ];

    public static (string Written, string Number, string? Extension) Number(int n)
    {
        var (area, exchange, line) = (AreaCodes[n % AreaCodes.Length], $"{300 + n % 700}", $"{n * 7919 % 10_000:D4}");
        var spellings = Plain.Length + Extended.Length;
        var isPlain = n % spellings < Plain.Length;
        var spelling = isPlain ? Plain[n % spellings] : Extended[n % spellings - Plain.Length];
        return (Spell(spelling, area, exchange, line), $"+1{area}{exchange}{line}", isPlain ? null : "007");
    }

    public static string Json() => JsonSerializer.Serialize(new JsonObject
    {
        ["affiliates"] = new JsonArray(new JsonObject { ["slug"] = "directory", ["name"] = "A directory" }),
        ["contacts"] = new JsonArray([.. Enumerable.Range(0, Count).Select(Office)]),
    });

    private static JsonObject Office(int n) => new()
    {
        ["slug"] = $"listed-office-{n}",
        ["kind"] = "office",
        ["name"] = $"Office {n}",
        ["affiliate"] = "directory",
        ["phones"] = Phones(n),
        ["address"] = new JsonObject
        {
            ["street"] = $"{n} Main St.",
            ["extended"] = (n % 3) switch { 0 => n, 1 => $"Suite {n}-B", _ => null },
            ["locality"] = "Albuquerque",
            ["region"] = "NM",
            ["postalCode"] = n % 2 == 0 ? 87102 : "87102-1234",
        },
        ["location"] = n % 4 == 0 ? null : new JsonObject { ["latitude"] = 35.08 + n / 10_000.0, ["longitude"] = -106.65 },
        ["hours"] = new JsonObject { ["text"] = Sentences[n % Sentences.Length] },
        ["languages"] = n % 5 == 0 ? new JsonArray("en", "es", "nv") : null,
        ["source"] = new JsonObject { ["title"] = "A generated list" },
    };

    private static JsonArray Phones(int n)
    {
        var phones = new JsonArray(new JsonObject { ["number"] = Number(n).Written });
        if (n % 10 == 0)
        {
            phones.Add(new JsonObject { ["number"] = "988" });
            phones.Add(new JsonObject { ["number"] = "741741", ["type"] = "text", ["instruction"] = "Text HOME" });
            phones.Add(new JsonObject { ["number"] = "1-800-555-ACLU", ["description"] = "Spanish: press 2" });
        }

        return phones;
    }

    private static string Spell(string spelling, string area, string exchange, string line) => spelling
        .Replace("505", area, StringComparison.Ordinal)
        .Replace("266", exchange, StringComparison.Ordinal)
        .Replace("5915", line, StringComparison.Ordinal);
}
