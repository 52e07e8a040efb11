using System.Globalization;
using Dapper;
using FreedomCities.Api.Tests.Editorial;

namespace FreedomCities.Api.Tests.Content.Resources;

/// <summary>The SQL function event_end: a day ends when the clock there shows the next one for good.</summary>
public sealed class EventEndTests(EmptyService service) : IClassFixture<EmptyService>
{
    [Fact]
    public async Task Day_EndsByTheClockThere()
    {
        (string Day, string Zone, string End)[] expected =
        [
            ("2026-11-27", "Etc/UTC", "2026-11-28T00:00:00Z"),
            ("2026-11-27", "America/Denver", "2026-11-28T07:00:00Z"),
            ("2026-03-08", "America/Denver", "2026-03-09T06:00:00Z"), // 23 hours
            ("2026-11-01", "America/Denver", "2026-11-02T07:00:00Z"), // 25 hours
            ("2026-03-08", "America/Phoenix", "2026-03-09T07:00:00Z"),
            ("2026-11-27", "Pacific/Honolulu", "2026-11-28T10:00:00Z"),
            ("2026-11-27", "Pacific/Guam", "2026-11-27T14:00:00Z"),
            ("2026-04-23", "Africa/Cairo", "2026-04-23T22:00:00Z"), // the clock goes from 23:59 to 01:00
            ("2026-10-31", "America/Havana", "2026-11-01T04:00:00Z"), // it shows 00:00 twice
            ("2010-11-06", "America/St_Johns", "2010-11-07T03:30:00Z"), // it goes back from 00:01 into the day
            ("2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z"), // a day that the calendar skips
        ];
        await using var connection = await service.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        foreach (var (day, zone, end) in expected)
        {
            Assert.Equal(
                (day, zone, DateTimeOffset.Parse(end, CultureInfo.InvariantCulture).UtcDateTime),
                (day, zone, await connection.ExecuteScalarAsync<DateTime>("select event_end(@day::date, @zone)", new { day, zone })));
        }
    }

    [Fact]
    public async Task EachDay_EndsAtTheSameTimeByTheZonesOfDotNet()
    {
        string[] zones = ["America/Denver", "America/Havana", "Africa/Cairo", "Asia/Beirut", "America/Santiago", "Pacific/Honolulu"];
        await using var connection = await service.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var ends = await connection.QueryAsync<(string Zone, DateTime Day, DateTime End)>(
            """
            select zone, day, event_end(day::date, zone)
            from unnest(@zones) as zone, generate_series(timestamp '2026-01-01', '2027-12-31', '1 day') as day
            """,
            new { zones });

        Assert.All(ends, e =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(e.Zone);
            Assert.True(Local(-1) < e.Day.AddDays(1), $"{e} is too late.");
            Assert.All([0, 15, 30, 59, 60, 61, 120], minutes => Assert.True(Local(minutes * 60) >= e.Day.AddDays(1), $"{e} is too early."));

            DateTime Local(int seconds) =>
                TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(e.End.AddSeconds(seconds), DateTimeKind.Utc), zone);
        });
    }
}
