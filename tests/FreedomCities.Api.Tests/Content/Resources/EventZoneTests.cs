using System.Text.RegularExpressions;
using Dapper;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Tests.Editorial;

namespace FreedomCities.Api.Tests.Content.Resources;

/// <summary>Time and time zone of an event: as stated, or by default.</summary>
public sealed class EventZoneTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    [Fact]
    public async Task DefaultZone_IsThatOfTheJurisdictionOfTheEntriesThatLinkToIt()
    {
        (string? Jurisdiction, string Zone)[] expected =
        [
            ("US-NM", "America/Denver"),
            ("US-XX", "America/New_York"),
            ("FR", "Etc/UTC"),
            (null, "Etc/UTC"),
        ];
        var zones = new List<string>();
        foreach (var (jurisdiction, i) in expected.Select((e, i) => (e.Jurisdiction, i)))
        {
            await Service.Given.Resource($"event-{i}", eventDate: "2017-03-11");
            await Service.Given.Faq($"entry-{i}", jurisdiction: jurisdiction, resources: [$"event-{i}"]);
            zones.Add(await Zone($"event-{i}"));
        }

        Assert.Equal(expected.Select(e => e.Zone), zones);
    }

    [Fact]
    public async Task DefaultZone_FollowsTheEntriesAndIsThatWhereTheDayEndsLast()
    {
        await Service.Given.Resource("guide", url: "https://example.org/");
        await Service.Given.Resource("event", parent: "guide", position: 1, eventDate: "2017-03-11");
        Assert.Equal("Etc/UTC", await Zone("event"));

        await Service.Given.Faq("east", jurisdiction: "US-NY", resources: ["guide"]);
        Assert.Equal("America/New_York", await Zone("event"));

        await Service.Given.Faq("west", jurisdiction: "US-NM", resources: ["event"]);
        Assert.Equal("America/Denver", await Zone("event"));

        await Service.Given.Execute("update faq set jurisdiction = 'US-CA' where jurisdiction = 'US-NM'", new { });
        Assert.Equal("America/Los_Angeles", await Zone("event"));

        await Service.Given.Withdrawn("faq", "west");
        Assert.Equal("America/New_York", await Zone("event"));
    }

    [Fact]
    public async Task StatedTimeAndZone_AreServedAndImportedAgainUnchanged()
    {
        await Service.ImportJson("resources.json", File("\"eventDate\": \"2017-03-11\""));
        Assert.Equal("""{"date":"2017-03-11","time":null,"zone":"Etc/UTC","state":"past"}""", await Event("town-hall"));

        var stated = File("\"eventDate\": \"2017-03-11\", \"eventTime\": \"17:00\", \"eventZone\": \"Pacific/Honolulu\"");
        Assert.Contains("changed: 1", await Service.ImportJson("resources.json", stated), StringComparison.Ordinal);
        Assert.Equal("""{"date":"2017-03-11","time":"17:00","zone":"Pacific/Honolulu","state":"past"}""", await Event("town-hall"));
        await Service.Given.Faq("entry", jurisdiction: "US-NM", resources: ["town-hall"]);
        Assert.Equal("Pacific/Honolulu", await Zone("town-hall"));

        var before = await Service.Records();
        Assert.Contains("unchanged: 1", await Service.ImportJson("resources.json", stated), StringComparison.Ordinal);
        Assert.Empty(await Service.ChangedSince(before));
    }

    [Fact]
    public async Task BadValues_AreRefusedAllAtOnceWithSlugAndValue()
    {
        var slug = 0;
        string[] dates = ["11 March 2017", "2017-02-29", "2017-3-11"];
        string[] times = ["24:00", "7:30", "19:30:00", "19:60", "19:30\\n", "noon"];
        string[] zones =
        [
            "Mountain Standard Time", "MST7MDTX", "america/denver", "posix/America/Denver", "localtime", "UTC+7", "", "../zoneinfo/UTC",
        ];
        string[] parts =
        [
            .. dates.Select(date => Part($"\"eventDate\": \"{date}\"")),
            .. times.Select(time => Part($"\"eventDate\": \"2017-03-11\", \"eventTime\": \"{time}\"")),
            .. zones.Select(zone => Part($"\"eventDate\": \"2017-03-11\", \"eventZone\": \"{zone}\"")),
            Part("\"eventTime\": \"19:30\", \"eventZone\": \"America/Denver\""),
        ];

        var failure = await Assert.ThrowsAsync<ImportException>(() =>
            Service.ImportJson("resources.json", File($"\"parts\": [{string.Join(", ", parts)}]")));

        Assert.Equal(19, Regex.Count(failure.Message, @"resources\.json: resources\[0\]\.parts\["));
        string[] expected =
        [
            """resources[0].parts[1].eventDate: must be a day, for example 2026-11-03. (part-2: "2017-02-29")""",
            """eventTime: must be a time from 00:00 to 23:59. (part-4: "24:00")""",
            """eventZone: must be an IANA time zone, for example America/Denver. (part-10: "Mountain Standard Time")""",
            """eventTime: must be given together with eventDate. (part-18: "19:30")""",
            """eventZone: must be given together with eventDate. (part-18: "America/Denver")""",
        ];
        Assert.All(expected, problem => Assert.Contains(problem, failure.Message, StringComparison.Ordinal));

        string Part(string members) =>
            $$"""{"slug": "part-{{++slug}}", "kind": "policy", "title": "A part", "source": {"title": "A list"}, {{members}}}""";
    }

    [Fact]
    public async Task DefaultZones_AreThoseOfMostPeopleInEachStateAndTerritory()
    {
        (string, string)[] expected =
        [
            ("GU", "Pacific/Guam"), ("US", "America/New_York"), ("US-AZ", "America/Phoenix"), ("US-GU", "Pacific/Guam"),
            ("US-HI", "Pacific/Honolulu"), ("US-KY", "America/New_York"), ("US-TN", "America/Chicago"),
        ];
        await using var connection = await Service.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var zones = (await connection.QueryAsync<(string Jurisdiction, string Zone)>(
            "select jurisdiction, zone from jurisdiction_zone order by jurisdiction")).ToArray();

        Assert.Equal(62, zones.Length);
        Assert.All(zones, z => Assert.True(TimeZoneInfo.FindSystemTimeZoneById(z.Zone).HasIanaId));
        Assert.Equal(expected, zones.Where(z => expected.Any(e => e.Item1 == z.Jurisdiction)));
    }

    private static string File(string members) =>
        $$"""
        {"resources": [{
          "slug": "town-hall", "kind": "video", "title": "A town hall", "url": "https://example.org/", "source": {"title": "A list"}, {{members}}
        }]}
        """;

    private async Task<string> Event(string slug) => (await Service.Json("/v1/resources/" + slug)).GetProperty("event").GetRawText();

    private async Task<string> Zone(string slug) => (await Service.Json("/v1/resources/" + slug)).GetProperty("event").GetProperty("zone").GetString()!;
}
