using System.Text;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Contacts;
using FreedomCities.Api.Editorial.Import.Contacts.Csv;

namespace FreedomCities.Api.Tests.Editorial.Import.Contacts;

public sealed class ContactsCsvTests(ContactsCsvTests.Full service) : IClassFixture<ContactsCsvTests.Full>
{
    private const string Formula = "=cmd|'/c calc'!A1";

    [Fact]
    public async Task Line_IsAContact()
    {
        var report = await service.ImportJson("contacts.csv", """
            slug,name,affiliate,affiliateName,phones.1.number,phones.1.type,phones.3.number,location.latitude,location.longitude,languages
            from-csv,"From ""CSV"", Inc.",csv-affiliate,CSV,505-266-5915 x007,,988,35.08,-106.65,"en, es"
            ,,,,,,,,,
            second-from-csv,Second,csv-affiliate,,,,,,,
            """);
        var contact = await service.Json("/v1/contacts/from-csv");

        Assert.Contains("created: 2\n", report, StringComparison.Ordinal);
        Assert.Equal("From \"CSV\", Inc.", contact.GetProperty("name").GetString());
        Assert.Equal(
            ["tel:+1-505-266-5915;ext=007", "tel:988;phone-context=+1"],
            contact.GetProperty("phones").EnumerateArray().Select(p => p.GetProperty("uri").GetString()!));
        Assert.Equal(-106.65, contact.GetProperty("location").GetProperty("longitude").GetDouble());
        Assert.Equal("""["en","es"]""", contact.GetProperty("languages").GetRawText());
        Assert.Equal("contacts.csv", contact.GetProperty("trust").GetProperty("source").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task OtherSeparator_IsFound(string separator)
    {
        var csv = "\uFEFFslug,name,affiliate,affiliateName\r\nseparated,\"A, b\",csv-list,List\r\n".Replace(",", separator, StringComparison.Ordinal);

        var report = await service.Import("contacts.csv", Encoding.UTF8.GetBytes(csv), dryRun: true);

        Assert.Contains("created: 1\n    separated\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryProblem_NamesLineSlugAndValue()
    {
        const string Csv = """
            slug,name,affiliate,affiliateName,phones.1.number,location.latitude,location.longitude,hours.weekly.1.days
            one,"Two
            lines",list,List,266-5915,,,
            two,Two,list,Another,,north,-106.65,
            three,Three,list,,,,,"MO,FUN"
            Four!,Four,unnamed,,,,,
            """;

        var failure = await Assert.ThrowsAsync<ImportException>(() => service.ImportJson("contacts.csv", Csv));

        Assert.Contains("line 2, phones.1.number: must be one number that can be dialled", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(one: \"266-5915\")", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 4, affiliateName: differs from line 2. (two: \"Another\")", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 4, location.latitude: must be a number, with a decimal point. (two: \"north\")", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 5, hours.weekly.1: missing required properties", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 6, slug: Must be a slug", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 6, affiliateName: is required for the affiliate unnamed.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slug,fax\nx,1", "unknown column \"fax\"")]
    [InlineData("slug,name,name\nx,X,X", "two columns name")]
    [InlineData("slug,name\nx,X,more", "line 2 has 3 cells, but 2 columns")]
    [InlineData("slug,name\nx,\"X\ny,Y", "line 2: a quotation mark is not closed")]
    [InlineData("slug,name\n", "must contain at least one contact")]
    public Task OtherTable_IsRefused(string csv, string message) =>
        service.Refuses("contacts.csv", Encoding.UTF8.GetBytes(csv), message);

    [Fact]
    public async Task RoundTrip_ChangesNothing()
    {
        await service.Given.Withdrawn("contact", "closed-office");
        var before = await service.Records();
        var contacts = await ContactExport.Load(service.Database, "en", CancellationToken.None);
        var file = ContactExport.CreateFile(contacts);

        foreach (var (name, text) in new[] { ("contacts.csv", ContactsCsv.Write(file)), ("contacts.json", ContactExport.WriteJson(file)) })
        {
            Assert.Contains($"  created: 0\n  changed: 0\n  unchanged: {contacts.Length}\n", await service.ImportJson(name, text), StringComparison.Ordinal);
        }

        Assert.Empty(await service.ChangedSince(before));
    }

    [Fact]
    public async Task NoCell_BeginsAsAFormula()
    {
        var contacts = await ContactExport.Load(service.Database, "en", CancellationToken.None);
        var csv = ContactsCsv.Write(ContactExport.CreateFile(contacts));

        Assert.Contains(Formula, csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("""(\A\uFEFF?|[,\n])"?[=+@\t]""", csv);
        Assert.DoesNotMatch("""(\A\uFEFF?|[,\n])"?-[^0-9]""", csv);
    }

    [Theory]
    [InlineData(Formula)]
    [InlineData("'=1")]
    [InlineData("'")]
    [InlineData("''")]
    [InlineData("-1+1")]
    [InlineData("＝1")]
    [InlineData("'twas")]
    public void GuardedCell_IsReadAsItWas(string cell) => Assert.Equal(cell, FormulaGuard.Unprotect(FormulaGuard.Protect(cell)));

    [Fact]
    public void Columns_AreTheMembersOfTheJsonFile()
    {
        var schema = System.Text.Json.JsonElement.Parse(EmbeddedFiles.Text("seed/contacts.schema.json"));
        var contact = schema.GetProperty("properties").GetProperty("contacts").GetProperty("items");

        Assert.Equal(
            Members(contact, "").Order(StringComparer.Ordinal),
            CsvColumns.All.Except([CsvColumns.AffiliateName, CsvColumns.AffiliateUrl]).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Members(System.Text.Json.JsonElement schema, string path)
    {
        if (schema.TryGetProperty("items", out var items) && items.TryGetProperty("properties", out _))
        {
            return Members(items, path + ".#");
        }

        return schema.TryGetProperty("properties", out var members)
            ? members.EnumerateObject().SelectMany(m => Members(m.Value, path.Length == 0 ? m.Name : $"{path}.{m.Name}"))
            : [path];
    }

    public sealed class Full(TestCluster cluster) : Service(cluster)
    {
        protected override string Template => TestCluster.Seeded;

        protected override Task Fill() => this.ImportJson("contacts.json", $$"""
            {
              "affiliates": [{ "slug": "full", "name": "{{Formula}}", "url": "https://full.example/?a=1,2" }],
              "contacts": [{
                "slug": "full-office", "kind": "office", "name": "{{Formula}}", "role": "{{Formula}}", "affiliate": "full",
                "description": "{{Formula}}\n\"second\", line; ñ\r\n'third'", "email": "=cmd@full.example",
                "phones": [
                  { "number": "(505) 266-5915 ext. 007", "description": "{{Formula}}", "instruction": "{{Formula}}", "verifiedAt": "2026-11-26T10:00:00.123456Z" },
                  { "number": "988" }, { "number": "741741", "type": "text" }, { "number": "1-800-555-ACLU" }, { "number": "+52 55 1234 5678" },
                  { "number": "116 123", "country": "GB" }
                ],
                "address": {
                  "poBox": "{{Formula}}", "extended": 300, "street": "{{Formula}}", "locality": "{{Formula}}", "region": "{{Formula}}",
                  "postalCode": "{{Formula}}", "country": "US"
                },
                "location": { "city": "{{Formula}}", "state": "NM", "latitude": -35.08, "longitude": -106.65 },
                "serves": [
                  { "kind": "state", "code": "NM", "name": "{{Formula}}" }, { "kind": "county", "code": "35001", "name": "'quoted'" }
                ],
                "languages": ["en", "es-MX"],
                "hours": {
                  "zone": "America/Denver", "text": "{{Formula}}",
                  "weekly": [{ "days": ["MO", "TU"], "opens": "09:00", "closes": "17:00" }, { "days": ["SA"], "opens": "22:00", "closes": "02:00" }]
                },
                "accessibility": "{{Formula}}", "source": { "title": "{{Formula}}" }
              }, {
                "slug": "full-person", "kind": "person", "name": "A person", "office": "full-office",
                "source": { "title": "A list", "sha256": "{{new string('a', 64)}}" }
              }, {
                "slug": "closed-office", "kind": "office", "name": "Closed", "affiliate": "full", "source": { "title": "A list" }
              }, {
                "slug": "person-of-a-closed-office", "kind": "person", "name": "Another", "office": "closed-office", "source": { "title": "A list" }
              }]
            }
            """);
    }
}
