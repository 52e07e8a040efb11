using System.Net;
using System.Text;

namespace FreedomCities.Api.Tests.Delivery.Formats;

public sealed class VCardTests(CardService service) : IClassFixture<CardService>
{
    [Fact]
    public async Task Person_HasTheFactsOfTheRecord()
    {
        var contact = await service.Json("/v1/contacts/ana-moran");

        Assert.Equal(
            [
                """["version",{},"text","4.0"]""",
                """["prodid",{},"unknown","-//FreedomCities.Api//EN"]""",
                """["kind",{},"text","individual"]""",
                $"""["uid",{"{}"},"text","urn:uuid:{contact.GetProperty("id")}"]""",
                """["source",{},"uri","http://localhost:5000/v1/contacts/ana-moran.vcf"]""",
                """["fn",{},"text","Ana Moran"]""",
                """["org",{},"text",["ACLU of New Mexico","ACLU of New Mexico, main office"]]""",
                """["email",{},"text","amoran@aclu-nm.org"]""",
                """["tel",{"type":"voice"},"uri","tel:+1-505-266-5915;ext=1012"]""",
                """["adr",{},"text",["","","","Albuquerque","NM","",""]]""",
                """["geo",{},"uri","geo:35.08,-106.65"]""",
                $"""["rev",{"{}"},"timestamp","{contact.GetProperty("updatedAt")
                    .GetDateTimeOffset().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"]""",
            ],
            await service.Card("/v1/contacts/ana-moran.vcf"));
        Assert.StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n", await service.Body("/v1/contacts/ana-moran.vcf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_IsAnOrganisationWithAllThatIsKnown()
    {
        var id = (await service.Json("/v1/contacts/branch")).GetProperty("id");

        var card = await service.Card("/v1/contacts/branch.vcf");

        Assert.Equal(
            [
                """["version",{},"text","4.0"]""",
                """["prodid",{},"unknown","-//FreedomCities.Api//EN"]""",
                """["kind",{},"text","org"]""",
                $"""["uid",{"{}"},"text","urn:uuid:{id}"]""",
                """["source",{},"uri","http://localhost:5000/v1/contacts/branch.vcf"]""",
                """["fn",{},"text","A \\ branch; north, \"south\""]""",
                """["org",{},"text","Friends; of, \\ order"]""",
                """["role",{},"text","Helps"]""",
                $"""["note",{"{}"},"text","{CardService.NoteOfTheCard}"]""",
                """["url",{},"uri","https://friends.example/?a=1,2;3"]""",
                """["tel",{"type":"text"},"uri","tel:+525512345678"]""",
                """["tel",{"type":"fax"},"uri","tel:+1-505-555-0100"]""",
                """["lang",{},"language-tag","en"]""",
                """["lang",{},"language-tag","es"]""",
            ],
            card[..^1]);
    }

    [Theory]
    [InlineData("4.0", "vcard", "tel:+1-505-266-5915;ext=007|tel:988;phone-context=+1|sms:741741|tel:+1-800-555-2258")]
    [InlineData("4.0", "vcf", "tel:+1-505-266-5915;ext=007|tel:988;phone-context=+1|sms:741741|tel:+1-800-555-2258")]
    [InlineData("3.0", "vcard", "+1 505-266-5915 ext. 007|988|741741|+1 800-555-2258")]
    [InlineData("3.0", "vcf", "+1 505-266-5915 ext. 007|988|741741|+1 800-555-2258")]
    public async Task EveryNumber_IsReadBackByTwoLibraries(string version, string library, string numbers)
    {
        var card = await service.Read(library, $"/v1/contacts/lines.vcf?version={version}");

        Assert.Equal(numbers, string.Join('|', card.EnumerateArray().Where(p => p[0].GetString() == "tel").Select(p => p.EnumerateArray().Last().GetString())));
        Assert.Equal(
            "voice|voice|text|textphone",
            string.Join('|', card.EnumerateArray().Where(p => p[0].GetString() == "tel").Select(p => p[1].GetProperty("type").GetString())));
        Assert.Equal(
            """["","Suite 300","1 Main St","Town","NM","87102","US"]""",
            Assert.Single(card.EnumerateArray(), p => p[0].GetString() == "adr").EnumerateArray().Last().GetRawText());
    }

    [Fact]
    public async Task WhatVCardHasNoPropertyFor_IsANote()
    {
        foreach (var version in new[] { "3.0", "4.0" })
        {
            var card = await service.Read("vcard", $"/v1/contacts/lines.vcf?version={version}");

            Assert.Equal(
                "(505) 266-5915 ext. 007: Spanish: press 2\n741741: Text HOME\nMO,TU 09:00-17:00 (America/Denver)\nClosed on holidays\nRamp",
                Assert.Single(card.EnumerateArray(), p => p[0].GetString() == "note").EnumerateArray().Last().GetString());
        }
    }

    [Fact]
    public async Task UnknownVersion_IsRefused() =>
        await service.Problem("/v1/contacts/lines.vcf?version=2.1", HttpStatusCode.BadRequest, "invalid-request", "version");

    [Fact]
    public async Task LongText_IsFoldedAt75OctetsBetweenCharacters()
    {
        using var response = await service.Get("/v1/contacts/branch.vcf");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Split("\r\n");

        Assert.Equal("", lines[^1]);
        Assert.All(lines, l => Assert.DoesNotContain(l, char.IsControl));
        Assert.All(lines, l => Assert.InRange(new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(l), 0, 75));
        Assert.Contains(lines, l => Encoding.UTF8.GetByteCount(l) == 75);
    }

    [Fact]
    public async Task Card_IsInTheLanguageAskedFor()
    {
        await service.Given.Contact("solo-en-casa", language: "es", affiliate: "casa");

        using var response = await service.Get("/v1/contacts/solo-en-casa.vcf?lang=en");

        Assert.Equal("es", Service.Header(response, "Content-Language"));
    }

    [Fact]
    public async Task AbsentContact_IsToldAsInTheJsonRead()
    {
        await service.Given.Contact("old-card", affiliate: "cards");
        await service.Given.Renamed("contact", "old-card", "new-card");
        await service.Given.Contact("gone-card", affiliate: "cards");
        await service.Given.Withdrawn("contact", "gone-card", "merged", "new-card");

        await service.Problem("/v1/contacts/nobody.vcf", HttpStatusCode.NotFound, "not-found");
        await service.Problem("/v1/contacts/no.body.vcf", HttpStatusCode.NotFound, "not-found");
        await service.Problem("/v1/contacts/.vcf", HttpStatusCode.NotFound, "not-found");
        Assert.Equal(
            "new-card",
            (await service.Problem("/v1/contacts/gone-card.vcf", HttpStatusCode.Gone, "gone")).GetProperty("replacedBy").GetString());
        using var moved = await service.Get("/v1/contacts/old-card.vcf?lang=es", HttpStatusCode.PermanentRedirect);
        Assert.Equal("/v1/contacts/new-card.vcf?lang=es", Service.Header(moved, "Location"));
    }
}

/// <summary>The seed, and an office whose facts need all of the format.</summary>
public sealed class CardService(TestCluster cluster) : Service(cluster)
{
    private const string Note =
        """Line one\r\nline two,\u0001 with; a \\ and \u00f1\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88\ud83c\udf88 end\nEND:VCARD\nTEL:+1""";

    /// <summary>The note as JSON, as a card can say it.</summary>
    internal static string NoteOfTheCard => Note
        .Replace(@"\r", "", StringComparison.Ordinal).Replace(@"\u0001", "\uFFFD", StringComparison.Ordinal)
        .Replace(@"\u00f1", "ñ", StringComparison.Ordinal).Replace(@"\ud83c\udf88", "🎈", StringComparison.Ordinal);

    protected override string Template => TestCluster.Seeded;

    protected override Task Fill() => this.ImportJson("contacts.json", $$"""
        {
          "affiliates": [{ "slug": "friends", "name": "Friends; of, \\ order", "url": "https://friends.example/?a=1,2;3" }],
          "contacts": [{
            "slug": "branch", "kind": "office", "name": "A \\ branch; north, \"south\"", "role": "Helps", "description": "{{Note}}", "affiliate": "friends",
            "phones": [{ "number": "+525512345678", "type": "text" }, { "number": "+15055550100", "type": "fax" }],
            "languages": ["en", "es"], "source": { "title": "A list" }
          }, {
            "slug": "lines", "kind": "office", "name": "Lines", "affiliate": "friends",
            "phones": [
              { "number": "(505) 266-5915 ext. 007", "description": "Spanish: press 2" },
              { "number": "988" },
              { "number": "741741", "type": "text", "instruction": "Text HOME" },
              { "number": "1-800-555-ACLU", "type": "textphone" }
            ],
            "address": { "street": "1 Main St", "extended": "Suite 300", "locality": "Town", "region": "NM", "postalCode": 87102, "country": "US" },
            "hours": {
              "zone": "America/Denver", "weekly": [{ "days": ["MO", "TU"], "opens": "09:00", "closes": "17:00" }],
              "text": "Closed on holidays"
            },
            "accessibility": "Ramp", "source": { "title": "A list" }
          }]
        }
        """);
}
